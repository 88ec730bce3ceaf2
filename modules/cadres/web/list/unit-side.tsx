import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { AddUnitDialog, useUnits } from '#modules/organization/web';
import { EmptyState, ErrorView, Loading, UnitTree, useCall, useCan } from '#platform/web';
import { countByUnit } from '../../model/contracts.ts';

/** The id under which the list shows people without a known unit. */
export const unplaced = 'none';

/** Everybody, the tree of units with its numbers, and 未归属. */
export function UnitSide({
  unit,
  onSelect,
}: {
  unit: string | null;
  onSelect: (unit: string | null) => void;
}) {
  const { units, loading, error } = useUnits();
  const mayAdd = useCan('unit:edit');
  const [adding, setAdding] = useState(false);
  const { data: counts } = useCall(countByUnit, {}, { freshFor: 30_000 });
  const entries = useMemo(
    () => [
      { id: null, label: '全部干部', count: counts?.total },
      { id: unplaced, label: '未归属', count: counts?.unplaced },
    ],
    [counts],
  );
  if (error) return <ErrorView error={error} />;
  return (
    <div className="unit-side">
      <div className="unit-side-fixed">
        {entries.map((entry) => (
          <button
            key={entry.label}
            type="button"
            className={entry.id === unit ? 'unit-side-entry is-selected' : 'unit-side-entry'}
            aria-pressed={entry.id === unit}
            onClick={() => onSelect(entry.id)}
          >
            <span>{entry.label}</span>
            <span className="soft-text">{entry.count?.toLocaleString('zh-CN')}</span>
          </button>
        ))}
      </div>
      {loading && <Loading />}
      {!loading && units.length === 0 && (
        <EmptyState title="还没有机构" hint="先新增机构，导入任免审批表时即可按现任职务归入。" />
      )}
      {units.length > 0 && (
        <UnitTree
          units={units}
          {...(counts ? { counts: counts.units } : {})}
          selected={unit}
          onSelect={onSelect}
        />
      )}
      {mayAdd && !loading && (
        <Button className="unit-side-add" onClick={() => setAdding(true)}>
          新增机构
        </Button>
      )}
      {adding && <AddUnitDialog parent={unit === unplaced ? null : unit} onClose={() => setAdding(false)} />}
    </div>
  );
}
