import { Link, useNavigate } from '@tanstack/react-router';
import type { OperationOutput } from '#platform/model';
import { VirtualTable, type TableColumn } from '#platform/web';
import type { listReservePeople, PeoplePart } from '../../model/contracts.ts';

type Listed = OperationOutput<typeof listReservePeople>;
export type ListedPerson = Listed['people'][number];

export interface PeopleListProps {
  readonly listed: Listed;
  readonly part: PeoplePart;
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

const widths: Readonly<Record<string, string>> = {
  'A01.sexCode': '4rem',
  age: '4rem',
  posts: 'minmax(15rem, 1.6fr)',
  postLevel: 'minmax(7rem, 8rem)',
  postLevelSince: 'minmax(7.5rem, 8rem)',
  highestEducation: 'minmax(5.5rem, 10rem)',
  'A01.politicalStatusCode': 'minmax(6.5rem, 8rem)',
};
/** Shorter than the names of the fields. */
const titles: Readonly<Record<string, string>> = {
  postLevel: '职务层次',
  postLevelSince: '任现层次时间',
  highestEducation: '学历',
  'A01.politicalStatusCode': '政治面貌',
};

/** The list as a table: who, what of the person, and what of the membership. */
export function PeopleTable({ listed, part, chosen, onToggle }: PeopleListProps) {
  const navigate = useNavigate();
  const text = (title: string, key: string, width: string, of: (person: ListedPerson) => string) => ({
    key,
    title,
    width,
    cell: (person: ListedPerson) => (
      <span className="reserve-cell" title={of(person)}>
        {of(person)}
      </span>
    ),
  });
  const columns: TableColumn<ListedPerson>[] = [
    {
      key: 'choose',
      title: <span className="visually-hidden">选择</span>,
      width: '3rem',
      align: 'center',
      stickyAt: '0',
      cell: ({ id, name }) => (
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`选择${name}`}
          checked={chosen.has(id)}
          onClick={(event) => event.stopPropagation()}
          onChange={() => onToggle(id)}
        />
      ),
    },
    {
      key: 'name',
      title: '姓名',
      width: '6.5rem',
      stickyAt: '3rem',
      cell: ({ id, name }) => (
        <Link to="/cadres/$id" params={{ id }} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
          {name}
        </Link>
      ),
    },
    ...listed.columns.map(({ name, label }, at) =>
      text(
        titles[name] ?? label.replace(/代码$/, ''),
        name,
        widths[name] ?? '8rem',
        ({ texts }) => texts[at] ?? '',
      ),
    ),
    ...(part === 'candidates'
      ? []
      : [
          text('批次', 'batch', '6.5rem', ({ membership }) => membership?.batch ?? ''),
          text('入库时间', 'enteredOn', '7rem', ({ membership }) => membership?.enteredOn ?? ''),
          ...(part === 'former'
            ? [
                text('出库时间', 'exitedOn', '7rem', ({ membership }) => membership?.exitedOn ?? ''),
                text('出库原因', 'exitReason', '6.5rem', ({ membership }) => membership?.exitReason ?? ''),
              ]
            : [
                text(
                  '使用方向',
                  'direction',
                  'minmax(9rem, 1fr)',
                  ({ membership }) => membership?.direction ?? '',
                ),
                text('最近研判', 'review', '9rem', ({ review }) =>
                  review ? `${review.year} ${review.conclusion}` : '',
                ),
              ]),
        ]),
  ];
  return (
    <div className="reserve-list">
      <VirtualTable
        label="人员名单"
        columns={columns}
        rows={listed.people}
        rowKey={({ id }) => id}
        isSelected={({ id }) => chosen.has(id)}
        onToggle={({ id }) => onToggle(id)}
        onOpen={({ id }) => void navigate({ to: '/cadres/$id', params: { id } })}
      />
    </div>
  );
}
