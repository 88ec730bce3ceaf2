import { Checkbox, Input, Select } from 'antd';
import { listSavedQueries, type readQueryFields } from '#modules/query';
import type { OperationOutput } from '#platform/model';
import { DayInput, useCall, useOfficeClock } from '#platform/web';
import type { Roster, RosterGrouping } from '../../model/roster.ts';
import { ColumnList } from './column-list.tsx';
import { NotesEditor } from './notes-editor.tsx';
import { SortEditor } from './sort-editor.tsx';

interface SettingsProps {
  readonly roster: Roster;
  /** The question of the stored book in words, and itself. */
  readonly stored: { readonly sentence: string; readonly question: Roster['question'] };
  readonly fields: OperationOutput<typeof readQueryFields>['fields'];
  readonly onChange: (part: Partial<Roster>) => void;
}

const groupings: { value: RosterGrouping; label: string }[] = [
  { value: 'none', label: '不分组' },
  { value: 'institution', label: '按法人单位分组' },
  { value: 'unit', label: '按机构（含内设机构）分组' },
];

/** What a book is made of: names, people, date, groups, columns. */
export function Settings({ roster, stored, fields, onChange }: SettingsProps) {
  const clock = useOfficeClock();
  const saved = useCall(listSavedQueries, {}).data?.items ?? [];
  const { where } = roster.question;
  const chosen =
    where?.op === 'saved' && saved.some(({ id }) => id === where.id) ? where.id : where ? 'own' : '';
  const choose = (value: string): void => {
    if (value === 'own') onChange({ question: stored.question });
    else onChange({ question: value === '' ? {} : { where: { op: 'saved', id: value } } });
  };
  const hasOwn = stored.question.where !== undefined && stored.question.where.op !== 'saved';
  return (
    <div className="rosters-settings">
      <label>
        名称
        <Input
          value={roster.name}
          maxLength={80}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </label>
      <label>
        标题
        <Input
          value={roster.title}
          maxLength={80}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </label>
      <label>
        副标题
        <Input
          value={roster.subtitle}
          maxLength={80}
          onChange={(event) => onChange({ subtitle: event.target.value })}
        />
      </label>
      <label>
        人员范围
        <Select
          value={chosen}
          aria-label="人员范围"
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: '全部在册人员' },
            ...(hasOwn || chosen === 'own' ? [{ value: 'own', label: stored.sentence }] : []),
            ...saved.map(({ id, name, kind }) => ({
              value: id,
              label: `${kind === 'list' ? '名单' : '查询方案'}：${name}`,
            })),
          ]}
          onChange={choose}
        />
      </label>
      <label>
        截止时间
        <Select
          value={roster.asOf.kind}
          aria-label="截止时间"
          options={[
            { value: 'today', label: '制表当日' },
            { value: 'lastMonth', label: '上月末' },
            { value: 'lastYear', label: '上年末' },
            { value: 'date', label: '指定日期' },
          ]}
          onChange={(kind) =>
            onChange({
              asOf: kind === 'date' ? { kind, date: clock.day() } : { kind },
            })
          }
        />
      </label>
      {roster.asOf.kind === 'date' && (
        <DayInput
          label="指定日期"
          value={roster.asOf.date}
          onChange={(date) => onChange({ asOf: { kind: 'date', date } })}
        />
      )}
      <label>
        分组
        <Select
          value={roster.grouping}
          aria-label="分组"
          options={groupings}
          onChange={(grouping) =>
            onChange({ grouping, ...(grouping === 'none' ? { catalogue: false } : {}) })
          }
        />
      </label>
      <Checkbox
        checked={roster.catalogue}
        disabled={roster.grouping === 'none'}
        onChange={(event) => onChange({ catalogue: event.target.checked })}
      >
        带目录
      </Checkbox>
      <SortEditor sort={roster.sort} fields={fields} onChange={(sort) => onChange({ sort })} />
      <NotesEditor notes={roster.notes} onChange={(notes) => onChange({ notes })} />
      <h2>列</h2>
      <ColumnList columns={roster.columns} fields={fields} onChange={(columns) => onChange({ columns })} />
    </div>
  );
}
