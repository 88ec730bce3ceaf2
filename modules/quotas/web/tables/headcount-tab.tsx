import {
  EmptyState,
  ErrorView,
  Loading,
  useCall,
  useNarrow,
  VirtualTable,
  type TableColumn,
} from '#platform/web';
import type { OperationOutput } from '#platform/model';
import { readHeadcount } from '../../model/contracts.ts';
import { NumberButton } from './names-drawer.tsx';
import { bodyOf, useCounted, type TabProps } from './tab-props.ts';

type Row = OperationOutput<typeof readHeadcount>['rows'][number];

/** 编制: 实有/核定 of each kind of staffing, a row a legal unit. */
export function HeadcountTab({ unit, asOf, onOpen, onCounted }: TabProps) {
  const { data, error, refetch } = useCall(
    readHeadcount,
    { body: bodyOf({ unit, asOf }) },
    { keepPrevious: true },
  );
  const isNarrow = useNarrow();
  useCounted(data?.asOf, onCounted);
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.rows.length === 0)
    return <EmptyState title="没有登记编制的机构" hint="在机构页的“核定编制”中登记，或换一个截止时间。" />;
  const cell = (row: Row, place: number) => {
    const own = row.kinds[place];
    if (!own || (own.approved === null && own.real === 0)) return null;
    const { kind, label } = own;
    return (
      <StaffCell
        cell={own}
        unitName={row.unit.name}
        onOpen={() => onOpen({ unit: row.unit.id, unitName: row.unit.name, kind, label })}
      />
    );
  };
  if (isNarrow)
    return (
      <ul className="quota-cards">
        {data.rows.map((row) => (
          <li key={row.unit.id}>
            {row.unit.name}
            <span className="quota-card-cells">
              {row.kinds.map(({ kind, label }, place) => {
                const own = cell(row, place);
                return own === null ? null : (
                  <span key={kind}>
                    <span className="soft-text">{label}</span>
                    {own}
                  </span>
                );
              })}
            </span>
          </li>
        ))}
      </ul>
    );
  const columns: TableColumn<Row>[] = [
    {
      key: 'unit',
      title: '单位',
      width: 'minmax(15rem, 2fr)',
      stickyAt: '0',
      cell: (row) => row.unit.name,
    },
    ...data.kinds.map(({ kind, label }, place): TableColumn<Row> => ({
      key: kind,
      title: label,
      width: 'minmax(7.8rem, 1fr)',
      cell: (row) => cell(row, place) ?? <span className="quota-none">—</span>,
    })),
  ];
  return (
    <>
      <p className="quotas-sums quota-head-note">表中为实有/核定，点数字看名单</p>
      <div className="quotas-table">
        <VirtualTable label="编制情况" columns={columns} rows={data.rows} rowKey={(row) => row.unit.id} />
      </div>
    </>
  );
}

/** 实有/核定 of one kind of staffing. */
function StaffCell({
  cell: { label, approved, real, vacant },
  unitName,
  onOpen,
}: {
  cell: Row['kinds'][number];
  unitName: string;
  onOpen: () => void;
}) {
  const isOver = vacant !== null && vacant < 0;
  return (
    <NumberButton
      label={`${unitName}${label}：核定 ${approved ?? '未登记'}，实有 ${real}`}
      tone={isOver ? 'over' : undefined}
      onClick={onOpen}
    >
      <b>{real}</b>
      <span className="quota-approved">/{approved ?? '未核'}</span>
      {vacant !== null && vacant > 0 && <span className="quota-mark is-soft">空{vacant}</span>}
      {isOver && <span className="quota-mark">超{-vacant}</span>}
    </NumberButton>
  );
}
