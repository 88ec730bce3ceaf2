import { Select } from 'antd';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';
import type { SortKey } from './sort-keys.ts';

export interface SortMenuProps {
  readonly catalogue: PageCatalogue;
  readonly columns: readonly string[];
  readonly sort: readonly SortKey[];
  readonly onSort: (sort: readonly SortKey[]) => void;
}

const office = '';

/** The order of a list that has no heads of columns to touch. */
export function SortMenu({ catalogue, columns, sort, onSort }: SortMenuProps) {
  const fields = ['A01.name', ...columns].flatMap((name) => {
    const field = catalogue.field(name);
    return field?.of === 'person' ? [field] : [];
  });
  const value = sort.map(({ field, descending }) => `${field}${descending ? ' ↓' : ' ↑'}`).join('，');
  const options = [
    { value: office, label: '法定次序' },
    ...fields.flatMap(({ name, label }) => [
      { value: `${name} ↑`, label: `${label} ↑` },
      { value: `${name} ↓`, label: `${label} ↓` },
    ]),
  ];
  const known = options.some((option) => option.value === value);
  return (
    <Select<string>
      aria-label="排序"
      className="query-sort-menu"
      popupMatchSelectWidth={false}
      value={value}
      options={known ? options : [...options, { value, label: '多项排序' }]}
      onChange={(next) => {
        const [field = '', way] = next.split(' ');
        if (next === office) onSort([]);
        else onSort([way === '↓' ? { field, descending: true } : { field }]);
      }}
    />
  );
}
