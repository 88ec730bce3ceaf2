import { useMemo } from 'react';
import type { RecordRow, SetDefinition } from '#platform/model';
import { ErrorView, Loading, useCan, useRegistry, useTablesOf } from '#platform/web';
import { useUnits } from '#modules/organization/web';
import type { CadreData } from '../person/use-cadre.ts';
import type { Drafts } from './drafts.ts';
import { RepeatingSet } from './repeating-set.tsx';
import type { SetFocus } from './set-focus.ts';
import { SingleSet } from './single-set.tsx';
import type { SaveSet } from './use-save-set.tsx';
import './sets.css';

export interface SetsTabProps {
  readonly person: CadreData;
  readonly current: string;
  readonly onCurrent: (set: string) => void;
  readonly drafts: Drafts;
  readonly save: SaveSet;
  readonly focus: SetFocus | null;
  readonly onFocused: () => void;
}

/** 信息集: all sets of a person that the user may see, one of them open. */
export function SetsTab({ person, current, onCurrent, drafts, save, focus, onFocused }: SetsTabProps) {
  const registry = useRegistry();
  const sensitive = useCan('cadre:sensitive');
  const sets = useMemo(
    () => registry.of('person').filter((set) => !set.internal && (sensitive || !set.sensitive)),
    [registry, sensitive],
  );
  const set = sets.find((each) => each.code === current) ?? sets[0];
  return (
    <div className="sets">
      <nav className="sets-list" aria-label="信息集">
        {sets.map((each) => (
          <SetButton
            key={each.code}
            set={each}
            rows={(person.sets[each.code]?.rows ?? []).length}
            selected={each === set}
            changed={drafts.has(each.code)}
            onSelect={() => onCurrent(each.code)}
          />
        ))}
      </nav>
      {set && (
        <OpenSet
          key={set.code}
          set={set}
          person={person}
          drafts={drafts}
          save={save}
          focus={focus?.set === set.code ? focus : null}
          onFocused={onFocused}
        />
      )}
    </div>
  );
}

interface SetButtonProps {
  readonly set: SetDefinition;
  readonly rows: number;
  readonly selected: boolean;
  readonly changed: boolean;
  readonly onSelect: () => void;
}

function SetButton({ set, rows, selected, changed, onSelect }: SetButtonProps) {
  const names = ['sets-button'];
  if (selected) names.push('is-selected');
  if (rows === 0) names.push('is-empty');
  return (
    <button
      type="button"
      className={names.join(' ')}
      aria-pressed={selected}
      title={set.code}
      onClick={onSelect}
    >
      {set.label}
      {set.repeating && rows > 0 && <span className="sets-count">{rows}</span>}
      {changed && (
        <span className="warn-text" title="有未保存的修改">
          ●
        </span>
      )}
    </button>
  );
}

type OpenSetProps = Pick<SetsTabProps, 'person' | 'drafts' | 'save' | 'focus' | 'onFocused'> & {
  readonly set: SetDefinition;
};

function OpenSet({ set, person, drafts, save, focus, onFocused }: OpenSetProps) {
  const only = useMemo(() => [set], [set]);
  const { tables, ready, error } = useTablesOf(only);
  const { units, nameOf } = useUnits();
  const sensitive = useCan('cadre:sensitive');
  const mayEdit = useCan('cadre:edit');
  // Who does not see every field of a set cannot save it: the hidden ones would be lost.
  const editable = mayEdit && (sensitive || !set.fields.some((field) => field.sensitive));
  if (error) return <ErrorView error={error} />;
  if (!ready) return <Loading />;
  const stored = person.sets[set.code];
  const given = {
    set,
    base: { version: stored?.version ?? 0, rows: (stored?.rows ?? []) as readonly RecordRow[] },
    tables,
    units,
    unitName: nameOf,
    editable,
    sensitive,
    warnings: person.warnings.filter((warning) => warning.set === set.code),
    save,
    focus,
    onFocused,
  };
  return set.repeating ? <RepeatingSet {...given} /> : <SingleSet {...given} drafts={drafts} />;
}
