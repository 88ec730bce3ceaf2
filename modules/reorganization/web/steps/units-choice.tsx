import { Tag } from 'antd';
import { useMemo } from 'react';
import { forestOf, UnitPicker, unitPath } from '#platform/web';
import type { UnitNode } from '#modules/organization';

interface UnitsChoiceProps {
  readonly label: string;
  readonly units: readonly UnitNode[];
  /** Only units of this kind can be chosen. */
  readonly only?: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** Several units, each taken from the tree. */
export function UnitsChoice({ label, units, only, chosen, onChange }: UnitsChoiceProps) {
  const forest = useMemo(() => forestOf(units), [units]);
  const add = (id: string | null): void => {
    if (id === null || chosen.includes(id)) return;
    if (only !== undefined && forest.byId.get(id)?.kindCode !== only) return;
    onChange([...chosen, id]);
  };
  return (
    <div className="reorg-units">
      <span className="reorg-units-label">{label}</span>
      <div>
        {chosen.map((id) => {
          const path = unitPath(forest, id);
          return (
            <Tag
              key={id}
              closable
              title={path.join(' / ')}
              onClose={() => onChange(chosen.filter((each) => each !== id))}
            >
              {only === undefined ? (path.at(-1) ?? '（已不存在的机构）') : path.slice(-2).join(' ')}
            </Tag>
          );
        })}
        <UnitPicker
          units={units}
          value={null}
          label={label}
          placeholder={only === undefined ? '从机构树中逐个选入' : '从机构树中逐个选入内设机构'}
          onChange={add}
        />
      </div>
    </div>
  );
}
