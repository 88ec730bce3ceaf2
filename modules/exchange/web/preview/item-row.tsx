import { Checkbox } from 'antd';
import type { ImportItem } from '../../model/contracts.ts';
import { canLeaveOut, outcomeLabels, outcomeOf, type Outcome } from './outcome.ts';

/** The accent is kept for what needs the operator: refused forms and open questions. */
const tones: Readonly<Record<Outcome, string>> = {
  create: 'is-active',
  update: 'is-active',
  unchanged: '',
  refused: 'is-warning',
  skip: '',
  open: 'is-warning',
};

export function OutcomeMark({ item }: { readonly item: ImportItem }) {
  const outcome = outcomeOf(item);
  return <span className={`import-mark ${tones[outcome]}`}>{outcomeLabels[outcome]}</span>;
}

/** The person's name; a form that could not be read goes by the name of its file. */
export function nameOf({ name, file }: Pick<ImportItem, 'name' | 'file'>): string {
  return name || file.slice(file.lastIndexOf('/') + 1);
}

interface ItemRowProps {
  readonly item: ImportItem | undefined;
  readonly onChoose: (n: number, choice: string | null) => void;
}

/** A form in the list of the preview: who, from which file, and whether it will be written. */
export function ItemRow({ item, onChoose }: ItemRowProps) {
  if (!item) return <div className="import-row soft-text">正在载入…</div>;
  const outcome = outcomeOf(item);
  return (
    <div className={outcome === 'skip' ? 'import-row is-skipped' : 'import-row'}>
      {canLeaveOut(item) && outcome !== 'open' && (
        <Checkbox
          checked={outcome !== 'skip'}
          tabIndex={-1}
          aria-label={`导入${item.name}`}
          onClick={(event) => event.stopPropagation()}
          onChange={(event) => onChoose(item.n, event.target.checked ? null : 'skip')}
        />
      )}
      <div className="import-row-text">
        <div className="import-row-name">{nameOf(item)}</div>
        <div className="import-row-file" title={item.file}>
          {item.file}
        </div>
      </div>
      {outcome !== 'refused' && item.problems.length > 0 && (
        <span className="import-row-warnings">提醒 {item.problems.length}</span>
      )}
      {/* The tab says it for those without a choice. */}
      {item.choice !== null && <OutcomeMark item={item} />}
    </div>
  );
}
