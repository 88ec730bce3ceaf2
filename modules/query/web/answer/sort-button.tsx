import { toggledSort, type SortKey } from './sort-keys.ts';

export interface SortButtonProps {
  readonly field: string;
  readonly label: string;
  readonly sort: readonly SortKey[];
  readonly onSort: (sort: readonly SortKey[]) => void;
}

/** The head of a column by which the list can be sorted. */
export function SortButton({ field, label, sort, onSort }: SortButtonProps) {
  const place = sort.findIndex((key) => key.field === field);
  const key = sort[place];
  const arrow = key ? (key.descending ? '↓' : '↑') : '';
  const state = key ? (key.descending ? '，已按降序' : '，已按升序') : '';
  return (
    <button
      type="button"
      className="query-sort"
      title={`按${label}排序；按住 Shift 可多项排序`}
      aria-label={`按${label}排序${state}`}
      onClick={(event) => onSort(toggledSort(sort, field, event.shiftKey))}
    >
      <span>{label}</span>
      {arrow}
      {key && sort.length > 1 ? <sup>{place + 1}</sup> : null}
    </button>
  );
}
