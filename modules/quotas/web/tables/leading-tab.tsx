import { Checkbox } from 'antd';
import { useMemo, useState } from 'react';
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
import { buckets, isRankGroup, type TableBucket } from '../../model/buckets.ts';
import { readQuotaTable, type QuotaUnit, type ToldLine } from '../../model/contracts.ts';
import { QuotaCell } from './quota-cell.tsx';
import { bodyOf, useCounted, type TabProps } from './tab-props.ts';

interface UnitRow {
  readonly unit: QuotaUnit;
  readonly lines: ReadonlyMap<TableBucket, ToldLine>;
}

const columnsOf: readonly (readonly [title: string, of: readonly TableBucket[]])[] = [
  ['正职', ['principal']],
  ['副职', ['deputy']],
  ['其他成员', ['member']],
  ['内设机构正职', ['internalHead', 'internal']],
  ['内设机构副职', ['internalDeputy']],
];

/** 领导职数: a row a unit, 实配/核定 in each column. */
export function LeadingTab({ unit, asOf, onOpen, onCounted }: TabProps) {
  const { data, error, refetch } = useCall(
    readQuotaTable,
    { body: bodyOf({ unit, asOf }) },
    { keepPrevious: true },
  );
  const [onlyOdd, setOnlyOdd] = useState(false);
  const isNarrow = useNarrow();
  useCounted(data?.asOf, onCounted);
  const rows = useMemo(() => rowsOf(data?.units ?? [], data?.lines ?? [], onlyOdd), [data, onlyOdd]);
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const lines = data.lines.filter(({ bucket }) => !isRankGroup(bucket));
  const cell = ({ unit: own, lines: ownLines }: UnitRow, of: readonly TableBucket[]) => {
    const line = of.flatMap((bucket) => ownLines.get(bucket) ?? [])[0];
    return line || ownLines.size > 0 ? (
      <QuotaCell
        line={line}
        unitName={own.name}
        onOpen={({ bucket }) => onOpen({ unit: own.id, unitName: own.name, bucket })}
      />
    ) : null;
  };
  return (
    <>
      <div className="quotas-sums">
        <Sums lines={lines} />
        <Checkbox checked={onlyOdd} onChange={({ target }) => setOnlyOdd(target.checked)}>
          只看空缺、超配和未登记核定数的
        </Checkbox>
        <span className="quota-head-note">表中为实配/核定，点数字看名单</span>
      </div>
      {rows.length === 0 ? (
        <EmptyState title="没有符合的机构" hint="在机构页登记核定职数和职位，或换一个截止时间。" />
      ) : isNarrow ? (
        <ul className="quota-cards">
          {rows.map((row) => (
            <li key={row.unit.id}>
              <UnitName unit={row.unit} />
              <span className="quota-card-cells">
                {columnsOf.map(([title, of]) =>
                  of.some((bucket) => row.lines.has(bucket)) ? (
                    <span key={title}>
                      <span className="soft-text">{title}</span>
                      {cell(row, of)}
                    </span>
                  ) : null,
                )}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <div className="quotas-table">
          <VirtualTable
            label="领导职数"
            columns={tableColumns(cell)}
            rows={rows}
            rowKey={({ unit: own }) => own.id}
          />
        </div>
      )}
    </>
  );
}

function tableColumns(
  cell: (row: UnitRow, of: readonly TableBucket[]) => React.ReactNode,
): TableColumn<UnitRow>[] {
  return [
    {
      key: 'unit',
      title: '单位',
      width: 'minmax(15rem, 2fr)',
      stickyAt: '0',
      cell: ({ unit }) => <UnitName unit={unit} />,
    },
    { key: 'level', title: '规格', width: '7.5rem', cell: ({ unit }) => unit.level },
    ...columnsOf.map(([title, of]): TableColumn<UnitRow> => ({
      key: title,
      title,
      width: 'minmax(7.2rem, 1fr)',
      cell: (row) => cell(row, of),
    })),
  ];
}

function UnitName({ unit: { id, name, depth, kindCode, isEnded } }: { unit: QuotaUnit }) {
  return (
    <span
      title={name}
      className={`quota-unit${kindCode === '3' ? ' is-group' : ''}`}
      style={{ paddingLeft: `${Math.min(depth, 4) * 0.8}rem` }}
    >
      {kindCode === '3' ? (
        name
      ) : (
        <Link to="/units" search={{ unit: id, tab: 'team' }}>
          {name}
        </Link>
      )}
      {isEnded && <span className="soft-text">（已撤销）</span>}
    </span>
  );
}

function rowsOf(units: readonly QuotaUnit[], lines: readonly ToldLine[], onlyOdd: boolean): UnitRow[] {
  const byUnit = new Map<string, Map<TableBucket, ToldLine>>();
  for (const line of lines) {
    if (isRankGroup(line.bucket)) continue;
    const own = byUnit.get(line.unit) ?? new Map<TableBucket, ToldLine>();
    byUnit.set(line.unit, own.set(line.bucket, line));
  }
  return units
    .map((unit) => ({ unit, lines: byUnit.get(unit.id) ?? new Map<TableBucket, ToldLine>() }))
    .filter(({ unit, lines: own }) =>
      onlyOdd ? [...own.values()].some(isOdd) : own.size > 0 || unit.kindCode === '3',
    );
}

function isOdd({ vacancy, excess, approved, bucket }: ToldLine): boolean {
  return vacancy > 0 || excess > 0 || (approved === null && bucket !== 'member');
}

/** All units together. */
function Sums({ lines }: { lines: readonly ToldLine[] }) {
  const shown: readonly TableBucket[] = ['principal', 'deputy', 'internalHead', 'internalDeputy'];
  return (
    <ul className="quota-sums" aria-label="合计">
      {shown.map((bucket) => {
        const own = lines.filter((line) => line.bucket === bucket);
        const sum = (read: (line: ToldLine) => number) => own.reduce((all, line) => all + read(line), 0);
        return (
          <li key={bucket}>
            <span className="soft-text">{buckets[bucket].label}</span>
            <b>{sum(({ filled }) => filled)}</b>/{sum(({ approved }) => approved ?? 0)}
            <span className="soft-text">
              空缺 {sum(({ vacancy }) => vacancy)}　超配 {sum(({ excess }) => excess)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
