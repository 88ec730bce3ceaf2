import { Button, Select } from 'antd';
import type { CatalogueField } from '#platform/model';
import type { Roster } from '../../model/roster.ts';

type SortKeys = NonNullable<Roster['sort']>;

interface SortEditorProps {
  /** Absent: 法定次序. */
  readonly sort: Roster['sort'];
  readonly fields: readonly CatalogueField[];
  readonly onChange: (sort: Roster['sort']) => void;
}

const most = 6;

/** 排序: 法定次序, or by fields one after another, each up or down. */
export function SortEditor({ sort = [], fields, onChange }: SortEditorProps) {
  const options = fields
    .filter(({ of }) => of === 'person')
    .map(({ name, label }) => ({ value: name, label }));
  const free = options.filter(({ value }) => !sort.some(({ field }) => field === value));
  const labelOf = (name: string): string => options.find(({ value }) => value === name)?.label ?? name;
  const tell = (keys: SortKeys): void => onChange(keys.length === 0 ? undefined : keys);
  return (
    <div className="rosters-sort" role="group" aria-label="排序">
      <span>排序</span>
      <div>
        {sort.length === 0 && <p className="soft-text">法定次序：单位、集体内排序、姓名</p>}
        <ol aria-label="排序依据">
          {sort.map(({ field, descending = false }, index) => (
            <li key={field}>
              <span className="rosters-sort-name">{labelOf(field)}</span>
              <Button
                type="text"
                aria-label={`${labelOf(field)}：${descending ? '降序' : '升序'}，点按改变`}
                onClick={() =>
                  tell(sort.map((key, at) => (at === index ? { field, descending: !descending } : key)))
                }
              >
                {descending ? '降序' : '升序'}
              </Button>
              <Button
                type="text"
                aria-label={`不按${labelOf(field)}排序`}
                onClick={() => tell(sort.filter((_, at) => at !== index))}
              >
                ✕
              </Button>
            </li>
          ))}
        </ol>
        <Select<string>
          className="rosters-add"
          value={null}
          placeholder={sort.length === 0 ? '改按某项排序' : '相同的再按'}
          aria-label="增加排序依据"
          disabled={sort.length >= most}
          showSearch={{ optionFilterProp: 'label' }}
          options={free}
          onChange={(field) => tell([...sort, { field }])}
        />
      </div>
    </div>
  );
}
