import { EmptyState, ErrorView, Loading, useCall, VirtualTable, type TableColumn } from '#platform/web';
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
  useCounted(data?.asOf, onCounted);
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.rows.length === 0)
    return <EmptyState title="没有登记编制的机构" hint="在机构页的“核定编制”中登记，或换一个截止时间。" />;
  const columns: TableColumn<Row>[] = [
    {
      key: 'unit',
      title: '单位',
      width: 'minmax(14rem, 1.6fr)',
      stickyAt: '0',
      cell: (row) => row.unit.name,
    },
    ...data.kinds.map(({ kind, label }, place): TableColumn<Row> => ({
      key: kind,
      title: (
        <>
          {label} <span className="quota-head-note">实有/核定</span>
        </>
      ),
      width: 'minmax(8.5rem, 1fr)',
      cell: ({ unit: own, kinds }) => {
        const cell = kinds[place];
        if (!cell || (cell.approved === null && cell.real === 0))
          return <span className="quota-none">—</span>;
        const { approved, real, vacant } = cell;
        const isOver = vacant !== null && vacant < 0;
        const text = `${own.name}${label}：核定 ${approved ?? '未登记'}，实有 ${real}`;
        return (
          <NumberButton
            label={text}
            tone={isOver ? 'over' : undefined}
            onClick={() => onOpen({ unit: own.id, unitName: own.name, kind, label })}
          >
            <b>{real}</b>
            <span className="quota-approved">/{approved ?? '未核'}</span>
            {vacant !== null && vacant > 0 && <span className="quota-mark is-soft">空{vacant}</span>}
            {isOver && <span className="quota-mark">超{-vacant}</span>}
          </NumberButton>
        );
      },
    })),
  ];
  return (
    <div className="quotas-table">
      <VirtualTable label="编制情况" columns={columns} rows={data.rows} rowKey={(row) => row.unit.id} />
    </div>
  );
}
