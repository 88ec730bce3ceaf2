import { useEffect } from 'react';
import type { PeopleSelection } from './people-selection.ts';
import { PersonLink } from './person-link.tsx';
import type { AnswerRow, AnswerState } from './use-answer.ts';

/** The columns of the answer that are shown, with their places in its rows. */
export function shownColumns({ answer, silent }: AnswerState) {
  return (answer?.columns ?? [])
    .map(({ name, label }, at) => ({ name, label, at }))
    .filter(({ name }) => !silent.includes(name));
}

/** The text of a column that is asked for but not shown. */
export function silentValue(row: AnswerRow, { answer }: AnswerState, name: string): string {
  const at = answer?.columns.findLastIndex((column) => column.name === name) ?? -1;
  return String(row.values[at] ?? row.texts[at] ?? '');
}

export interface RowProps {
  readonly row: AnswerRow;
  readonly found: AnswerState;
}

export function NameCell({ row, found, onOpen }: RowProps & { readonly onOpen: (id: string) => void }) {
  return (
    <>
      <PersonLink id={row.id} className="query-name" onOpen={onOpen}>
        {row.name || '（无姓名）'}
      </PersonLink>
      <SuggestionMark row={row} found={found} />
    </>
  );
}

/** Posts that are only suggestions from the résumé. */
export function SuggestionMark({ row, found }: RowProps) {
  if (silentValue(row, found, 'postsToEnter') !== '1') return null;
  return (
    <span className="query-mark" title="职务由简历推定，尚未认定录入">
      待认定
    </span>
  );
}

/** The browser's own box: some dozens are drawn again with every answer. */
export function Choose({ row, selection }: { row: AnswerRow; selection: PeopleSelection }) {
  return (
    <span className="query-check" onClick={(event) => event.stopPropagation()}>
      <label>
        <input
          type="checkbox"
          aria-label={`选择${row.name}`}
          checked={selection.ids.has(row.id)}
          onChange={() => selection.toggle(row.id)}
        />
      </label>
    </span>
  );
}

export function Cell({ text }: { text: string }) {
  return <span title={text.length > 12 ? text : undefined}>{text.replaceAll('\n', '；')}</span>;
}

/** A row that is in sight before its page is there; it asks again when another answer comes. */
export function Waiting({ index, found }: { index: number; found: AnswerState }) {
  useEffect(() => found.need(index), [index, found]);
  return <span className="query-waiting" aria-label="正在载入" />;
}
