import { Button } from 'antd';
import { useState } from 'react';
import { EmptyState, ErrorView, useCall } from '#platform/web';
import { summarizeChecks } from '../../model/contracts.ts';
import { DecisionsDrawer } from './decisions-drawer.tsx';
import { FaultsDrawer, type Listed } from './faults-drawer.tsx';
import { FiguresLine, serious } from './figures-line.tsx';
import { RuleList } from './rule-list.tsx';
import { UnitTable } from './unit-table.tsx';
import { Waiting } from './waiting.tsx';

export interface ResultsTabProps {
  readonly unit: string | undefined;
  readonly rule: string | undefined;
  readonly onUnit: (unit: string | undefined) => void;
  readonly onRule: (rule: string | undefined) => void;
}

/** 结果: by rule and by unit; each number opens the people behind it. */
export function ResultsTab({ unit, rule, onUnit, onRule }: ResultsTabProps) {
  const { data, error, refetch } = useCall(
    summarizeChecks,
    { body: unit === undefined ? {} : { unit } },
    { keepPrevious: true },
  );
  const [listed, setListed] = useState<Listed | null>(null);
  // A rule that nobody breaks any more is no longer among the results, and its list keeps its name all the same.
  const [named, setNamed] = useState<{ readonly id: string; readonly label: string } | null>(null);
  const [showsDecisions, showDecisions] = useState(false);
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const asked = data.rules.find(({ id }) => id === rule);
  if (asked && asked.id !== named?.id) setNamed(asked);
  const title = asked?.label ?? (named?.id === rule ? named?.label : undefined) ?? '校核结果';
  const opened: Listed | null = rule === undefined ? listed : { rule, title };
  return (
    <>
      <div className="checks-line">
        <FiguresLine summary={data} onLevel={setListed} />
        <Button onClick={() => showDecisions(true)}>已确认无误</Button>
      </div>
      {data.unaskable.length > 0 && (
        <p className="warn-text" role="alert">
          规则{data.unaskable.map((label) => `“${label}”`).join('、')}
          的条件已不能使用，没有校核，请在“规则”中修改。
        </p>
      )}
      <div className="checks-columns">
        <section aria-labelledby="checks-by-rule">
          <h2 id="checks-by-rule">按规则</h2>
          {data.rules.length === 0 ? (
            <EmptyState title="没有发现问题" hint="新增、导入和修改后会自动重新校核。" />
          ) : (
            <RuleList rules={data.rules} onOpen={onRule} />
          )}
        </section>
        <section aria-labelledby="checks-by-unit">
          <h2 id="checks-by-unit">按机构</h2>
          <UnitTable
            units={data.units}
            current={unit}
            onUnit={onUnit}
            onNames={(id, name) => setListed({ unit: id, levels: serious, title: name })}
          />
        </section>
      </div>
      <FaultsDrawer
        listed={opened}
        unit={unit}
        onClose={() => {
          setListed(null);
          if (rule !== undefined) onRule(undefined);
        }}
      />
      {showsDecisions && <DecisionsDrawer onClose={() => showDecisions(false)} />}
    </>
  );
}
