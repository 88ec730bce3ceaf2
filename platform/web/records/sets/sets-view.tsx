import type { SetDefinition } from '#platform/model';
import { OpenSet, type SetsGiven } from './open-set.tsx';
import './sets.css';

export interface SetsViewProps extends SetsGiven {
  /** The sets to choose from. */
  readonly sets: readonly SetDefinition[];
  /** The code of the open set. */
  readonly current: string;
  readonly onCurrent: (set: string) => void;
}

/** 信息集: buttons for the sets, one of them open. */
export function SetsView({ sets, current, onCurrent, ...given }: SetsViewProps) {
  const { stored, drafts } = given;
  const set = sets.find((each) => each.code === current) ?? sets[0];
  return (
    <div className="sets">
      <nav className="sets-list" aria-label="信息集">
        {sets.map((each) => (
          <SetButton
            key={each.code}
            set={each}
            rows={(stored[each.code]?.rows ?? []).length}
            selected={each === set}
            changed={drafts.has(each.code)}
            onSelect={() => onCurrent(each.code)}
          />
        ))}
      </nav>
      {set && <OpenSet key={set.code} set={set} {...given} />}
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
