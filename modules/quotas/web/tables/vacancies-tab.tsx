import { Link } from '@tanstack/react-router';
import {
  EmptyState,
  ErrorView,
  Loading,
  useCall,
  useNarrow,
  VirtualTable,
  type TableColumn,
} from '#platform/web';
import { buckets } from '../../model/buckets.ts';
import { readVacancies, type VacancyRow } from '../../model/contracts.ts';
import { bodyOf, useCounted, type TabProps } from './tab-props.ts';

/** 空缺岗位清单 */
export function VacanciesTab({ unit, asOf, onCounted }: TabProps) {
  const { data, error, refetch } = useCall(
    readVacancies,
    { body: bodyOf({ unit, asOf }) },
    { keepPrevious: true },
  );
  const isNarrow = useNarrow();
  useCounted(data?.asOf, onCounted);
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.rows.length === 0) return <EmptyState title="没有空缺岗位" hint="核定职数已全部配齐。" />;
  const rows = data.rows.map((row, index) => ({ ...row, key: `${row.unit} ${row.bucket} ${index}` }));
  if (isNarrow)
    return (
      <ul className="quota-cards">
        {rows.map((row) => (
          <li key={row.key}>
            <UnitLink row={row} />
            <span>{row.post}</span>
            <span className="soft-text">
              {sinceText(row)}
              {row.last !== '' && `，原任${row.last}（${row.reason}）`}
            </span>
          </li>
        ))}
      </ul>
    );
  return (
    <div className="quotas-table">
      <VirtualTable label="空缺岗位清单" columns={columns} rows={rows} rowKey={({ key }) => key} />
    </div>
  );
}

type Row = VacancyRow & { readonly key: string };

const columns: readonly TableColumn<Row>[] = [
  {
    key: 'unit',
    title: '单位',
    width: 'minmax(14rem, 1.4fr)',
    stickyAt: '0',
    cell: (row) => <UnitLink row={row} />,
  },
  { key: 'post', title: '空缺岗位', width: 'minmax(12rem, 1.2fr)', cell: ({ post }) => post },
  { key: 'bucket', title: '职数类别', width: '8rem', cell: ({ bucket }) => buckets[bucket].label },
  { key: 'since', title: '空缺时间', width: '8rem', cell: ({ since }) => since ?? '没有任职记录' },
  {
    key: 'months',
    title: '空缺月数',
    width: '6rem',
    align: 'right',
    cell: ({ months, bucket }) => (
      <span className={bucket === 'principal' && months !== null && months >= 3 ? 'is-over' : ''}>
        {months}
      </span>
    ),
  },
  { key: 'last', title: '原任', width: '7rem', cell: ({ last }) => last },
  { key: 'reason', title: '空缺原因', width: '8rem', cell: ({ reason }) => reason },
];

function UnitLink({ row: { unit, unitName } }: { row: VacancyRow }) {
  return (
    <Link to="/units" search={{ unit, tab: 'team' }}>
      {unitName}
    </Link>
  );
}

function sinceText({ since, months }: VacancyRow): string {
  return since === null ? '没有任职记录' : `${since} 起空缺，${months ?? 0} 个月`;
}
