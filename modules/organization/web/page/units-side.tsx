import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { AsOf, EmptyState, ErrorView, Loading, UnitTree, useCan, useOfficeClock } from '#platform/web';
import { RememberedDialog } from '../matches/remembered-dialog.tsx';
import { useUnitsOn } from '../use-units.ts';

export interface UnitsSideProps {
  readonly selected: string | null;
  /** `YYYY-MM-DD`; null for today. */
  readonly asOf: string | null;
  readonly onSelect: (id: string) => void;
  readonly onAsOf: (date: string | null) => void;
}

/** The tree with the day for which it is shown, and what has ended if that is wanted. */
export function UnitsSide({ selected, asOf, onSelect, onAsOf }: UnitsSideProps) {
  const { units, loading, error } = useUnitsOn(asOf);
  const mayEdit = useCan('unit:edit');
  const mayMove = useCan('cadre:bulk') && mayEdit;
  const clock = useOfficeClock();
  const [withAbolished, setWithAbolished] = useState(false);
  const [matching, setMatching] = useState(false);
  const ended = units.some((unit) => unit.abolished);
  return (
    <div className="units-side">
      {error && <ErrorView error={error} />}
      {loading && units.length === 0 && <Loading />}
      {!loading && !error && units.length === 0 && (
        <EmptyState title={asOf === null ? '还没有机构' : '这一天还没有机构'} />
      )}
      {units.length > 0 && (
        <UnitTree units={units} withAbolished={withAbolished} selected={selected} onSelect={onSelect} />
      )}
      <div className="units-side-foot">
        {ended && (
          <Checkbox checked={withAbolished} onChange={(event) => setWithAbolished(event.target.checked)}>
            显示已撤销的机构
          </Checkbox>
        )}
        {mayMove && (
          <Link to="/reorganizations" className="units-matches">
            机构改革
          </Link>
        )}
        {mayEdit && (
          <Button type="link" className="units-matches" onClick={() => setMatching(true)}>
            导入时的机构名称对应
          </Button>
        )}
        <AsOf
          asOf={asOf ?? undefined}
          counted={clock.day()}
          back="今天"
          onChange={(day) => onAsOf(day ?? null)}
        />
      </div>
      {matching && <RememberedDialog onClose={() => setMatching(false)} />}
    </div>
  );
}
