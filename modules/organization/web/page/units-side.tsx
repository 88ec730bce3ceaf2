import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { EmptyState, ErrorView, Loading, UnitTree, useCan } from '#platform/web';
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
        <AsOfDay asOf={asOf} onChange={onAsOf} />
      </div>
      {matching && <RememberedDialog onClose={() => setMatching(false)} />}
    </div>
  );
}

interface AsOfDayProps {
  readonly asOf: string | null;
  readonly onChange: (date: string | null) => void;
}

/** 截止时间: names and places as they were on the day. */
function AsOfDay({ asOf, onChange }: AsOfDayProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="units-as-of">
      <label htmlFor="units-as-of">截止时间</label>
      <Input
        id="units-as-of"
        type="date"
        value={typed ?? asOf ?? ''}
        min="1949-10-01"
        max="2099-12-31"
        onChange={(event) => {
          const date = event.target.value;
          // While a date is being typed it is for moments one of the first century.
          const isDate = /^(19[4-9]\d|20\d\d)-\d\d-\d\d$/.test(date);
          setTyped(isDate ? null : date);
          if (isDate || date === '') onChange(isDate ? date : null);
        }}
        onBlur={() => setTyped(null)}
      />
      {asOf !== null && (
        <Button type="text" onClick={() => onChange(null)}>
          今天
        </Button>
      )}
    </div>
  );
}
