import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { lazy, useMemo, useState, type ComponentType } from 'react';
import { EmptyState, Loading, ServerRecords, useCan, useNarrow } from '#platform/web';
import { FoundUnitDialog } from '../dialogs/found-unit-dialog.tsx';
import type { UnitPart } from '../unit-part.ts';
import { useUnitsOn } from '../use-units.ts';
import { UnitPanel } from './unit-panel.tsx';
import type { LoadedPart } from './unit-tabs.tsx';
import { UnitsSide } from './units-side.tsx';
import './units-page.css';

/** 机构: the tree at the side, one unit beside it. */
export function unitsPage(parts: readonly UnitPart[]): ComponentType {
  const loaded: readonly LoadedPart[] = parts.map((part) => ({
    ...part,
    Part: lazy(async () => ({ default: await part.load() })),
  }));
  return function UnitsPage() {
    return (
      <ServerRecords>
        <Units parts={loaded} />
      </ServerRecords>
    );
  };
}

interface UnitsSearch {
  readonly unit?: string;
  readonly tab?: string;
  readonly asOf?: string;
}

function Units({ parts }: { readonly parts: readonly LoadedPart[] }) {
  const search: UnitsSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const narrow = useNarrow();
  const [sideOpen, setSideOpen] = useState(false);
  const asOf = search.asOf ?? null;
  const { units, loading } = useUnitsOn(asOf);
  const unit = search.unit ?? units[0]?.id ?? null;
  const go = useMemo(
    () =>
      (next: UnitsSearch): void => {
        const wanted = { ...search, ...next };
        const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => Boolean(value)));
        void navigate({ to: '/units', search: given });
      },
    [navigate, search],
  );
  const select = (id: string): void => {
    setSideOpen(false);
    go({ unit: id });
  };
  const side = (
    <UnitsSide selected={unit} asOf={asOf} onSelect={select} onAsOf={(date) => go({ asOf: date ?? '' })} />
  );
  return (
    <div className="units-page">
      {narrow ? (
        <Drawer open={sideOpen} placement="left" size={330} title="机构" onClose={() => setSideOpen(false)}>
          {side}
        </Drawer>
      ) : (
        <aside className="units-side-frame" aria-label="机构树">
          {side}
        </aside>
      )}
      <section className="units-main" aria-label="机构信息">
        {narrow && (
          <div className="units-open-side">
            <Button onClick={() => setSideOpen(true)}>机构树</Button>
          </div>
        )}
        {unit === null ? (
          <NoUnits loading={loading} asOf={asOf} onFounded={select} />
        ) : (
          <UnitPanel
            key={unit}
            id={unit}
            asOf={asOf}
            tab={search.tab ?? 'basics'}
            parts={parts}
            onTab={(tab) => go({ tab })}
            onUnit={(id) => go({ unit: id })}
          />
        )}
      </section>
    </div>
  );
}

interface NoUnitsProps {
  readonly loading: boolean;
  readonly asOf: string | null;
  readonly onFounded: (id: string) => void;
}

/** Where the first unit comes from. */
function NoUnits({ loading, asOf, onFounded }: NoUnitsProps) {
  const mayEdit = useCan('unit:edit');
  const [adding, setAdding] = useState(false);
  if (loading) return <Loading />;
  if (asOf !== null) return <EmptyState title="这一天还没有机构" />;
  return (
    <EmptyState title="还没有机构" hint="先新增机构，导入任免审批表时即可按现任职务归入。">
      {mayEdit && (
        <Button type="primary" onClick={() => setAdding(true)}>
          新增机构
        </Button>
      )}
      {adding && <FoundUnitDialog parent={null} onClose={() => setAdding(false)} onFounded={onFounded} />}
    </EmptyState>
  );
}
