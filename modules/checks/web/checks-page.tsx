import { Tabs } from 'antd';
import { EmptyState, ServerRecords, useCan } from '#platform/web';
import { CompletenessTab } from './completeness/completeness-tab.tsx';
import { ResultsTab } from './results/results-tab.tsx';
import { RulesTab } from './rules/rules-tab.tsx';
import { UnitPath } from './unit-path.tsx';
import { useChecksSearch, type ChecksTab } from './use-checks-search.ts';
import './checks.css';

const labels: Readonly<Record<ChecksTab, string>> = {
  results: '结果',
  completeness: '完整性',
  rules: '规则',
};

/** 校核 */
export function ChecksPage() {
  const { tab, unit, rule, go } = useChecksSearch();
  if (!useCan('cadre:sensitive'))
    return (
      <EmptyState
        title="校核结果涉及身份证号等敏感信息"
        hint="您的角色不能查看敏感信息，如需使用校核，请联系系统管理员。"
      />
    );
  const onUnit = (next: string | undefined): void => go({ unit: next });
  const bodies: Readonly<Record<ChecksTab, React.ReactNode>> = {
    results: <ResultsTab unit={unit} rule={rule} onUnit={onUnit} onRule={(next) => go({ rule: next })} />,
    completeness: <CompletenessTab unit={unit} onUnit={onUnit} />,
    rules: <RulesTab />,
  };
  return (
    <ServerRecords>
      <div className="checks">
        <header className="checks-head">
          <h1>校核</h1>
          {tab !== 'rules' && <UnitPath unit={unit} onUnit={onUnit} />}
        </header>
        <Tabs
          activeKey={tab}
          onChange={(key) => go({ tab: key === 'results' ? undefined : key, rule: undefined })}
          destroyOnHidden
          items={(Object.keys(labels) as ChecksTab[]).map((key) => ({
            key,
            label: labels[key],
            children: bodies[key],
          }))}
        />
      </div>
    </ServerRecords>
  );
}
