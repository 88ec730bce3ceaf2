import { Tag } from 'antd';
import { UnitSelect, useUnits } from '#modules/organization/web';
import { Exactly } from './code-values.tsx';
import type { EditorProps, InNode } from './editor-props.ts';

/** Units of the tree, each with those below it unless told otherwise. */
export function UnitValues({ field, node, onChange }: EditorProps<InNode>) {
  const { nameOf } = useUnits();
  const chosen = node.values.map(String);
  return (
    <div className="query-values">
      {chosen.length > 0 && (
        <div className="query-tags">
          {chosen.map((id) => (
            <Tag
              key={id}
              closable
              onClose={() => onChange({ ...node, values: chosen.filter((each) => each !== id) })}
            >
              {nameOf(id) || '（机构已不存在）'}
            </Tag>
          ))}
        </div>
      )}
      <UnitSelect
        label={field.label}
        placeholder={chosen.length === 0 ? '选择机构' : '再选一个机构'}
        value={null}
        onChange={(id) => {
          if (id !== null && !chosen.includes(id)) onChange({ ...node, values: [...chosen, id] });
        }}
      />
      <Exactly node={node} onChange={onChange} />
    </div>
  );
}
