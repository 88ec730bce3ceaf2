import { Button, Drawer } from 'antd';
import { useState, type ComponentType } from 'react';
import { AsOf, UnitTree, useCan, useNarrow } from '#platform/web';
import { useUnitsOn } from '#modules/organization/web';
import type { QuotaExport } from '../../model/contracts.ts';
import { AlertsTab } from '../tables/alerts-tab.tsx';
import { HeadcountTab } from '../tables/headcount-tab.tsx';
import { LeadingTab } from '../tables/leading-tab.tsx';
import { RulesTab } from '../rules/rules-tab.tsx';
import { NamesDrawer, type Opened } from '../tables/names-drawer.tsx';
import { RanksTab } from '../tables/ranks-tab.tsx';
import { VacanciesTab } from '../tables/vacancies-tab.tsx';
import type { TabProps } from '../tables/tab-props.ts';
import { WhatIfDrawer } from '../what-if/what-if-drawer.tsx';
import './quotas.css';
import { TakeAway } from './take-away.tsx';
import { tabs, useQuotaSearch, type QuotaTab } from './use-quota-search.ts';

const bodies: Readonly<Record<QuotaTab, { Tab: ComponentType<TabProps>; file: QuotaExport | null }>> = {
  leading: { Tab: LeadingTab, file: 'teams' },
  ranks: { Tab: RanksTab, file: 'ranks' },
  headcount: { Tab: HeadcountTab, file: 'headcount' },
  vacancies: { Tab: VacanciesTab, file: 'vacancies' },
  alerts: { Tab: AlertsTab, file: 'excess' },
  rules: { Tab: RulesTab, file: null },
};

/** 职数编制: units at the side, the table of one part beside it; every number opens its names. */
export function QuotasPage() {
  const { tab, unit, asOf, go } = useQuotaSearch();
  const { units, nameOf } = useUnitsOn(asOf ?? null);
  const isNarrow = useNarrow();
  const [isSideOpen, setSideOpen] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [counted, setCounted] = useState<string | undefined>();
  // People are found by their names, and their posts are read.
  const mayPlan = [useCan('cadre:read'), useCan('query:run')].every(Boolean);
  const [isPlanning, setPlanning] = useState(false);
  const { Tab, file } = bodies[tab];
  const select = (id: string | undefined): void => {
    setSideOpen(false);
    go({ unit: id });
  };
  const side = (
    <>
      <Button block type={unit === undefined ? 'primary' : 'default'} onClick={() => select(undefined)}>
        全部机构
      </Button>
      <UnitTree units={units} selected={unit ?? null} onSelect={(id) => select(id)} />
    </>
  );
  return (
    <div className="quotas-page">
      {isNarrow ? (
        <Drawer open={isSideOpen} placement="left" size={330} title="机构" onClose={() => setSideOpen(false)}>
          <div className="quotas-side">{side}</div>
        </Drawer>
      ) : (
        <aside className="quotas-side" aria-label="机构树">
          {side}
        </aside>
      )}
      <section className="quotas-main" aria-label="职数编制">
        <header className="quotas-bar">
          <nav className="quotas-tabs" aria-label="职数编制">
            {tabs.map(({ key, label }) => (
              <button
                key={key}
                type="button"
                className={key === tab ? 'is-current' : ''}
                aria-current={key === tab ? 'page' : undefined}
                onClick={() => go({ tab: key === 'leading' ? undefined : key })}
              >
                {label}
              </button>
            ))}
          </nav>
          <AsOf asOf={asOf} counted={counted} onChange={(day) => go({ asOf: day })} />
        </header>
        {file !== null && (
          <div className="quotas-tools">
            {isNarrow && <Button onClick={() => setSideOpen(true)}>选择机构</Button>}
            <h1>{unit === undefined ? '全部机构' : nameOf(unit)}</h1>
            {mayPlan && <Button onClick={() => setPlanning(true)}>试算</Button>}
            <TakeAway table={file} unit={unit} asOf={asOf} />
          </div>
        )}
        <Tab unit={unit} asOf={asOf} onOpen={setOpened} onCounted={setCounted} />
      </section>
      <WhatIfDrawer isOpen={isPlanning} unit={unit} asOf={asOf} onClose={() => setPlanning(false)} />
      <NamesDrawer opened={opened} asOf={asOf} onClose={() => setOpened(null)} />
    </div>
  );
}
