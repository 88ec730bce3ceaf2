import { useNavigate, useSearch } from '@tanstack/react-router';

export const tabs = [
  { key: 'leading', label: '领导职数' },
  { key: 'ranks', label: '职级职数' },
  { key: 'headcount', label: '编制' },
  { key: 'vacancies', label: '空缺' },
  { key: 'alerts', label: '预警' },
  { key: 'rules', label: '计算规则' },
] as const;
export type QuotaTab = (typeof tabs)[number]['key'];

interface Given {
  readonly tab?: string | undefined;
  readonly unit?: string | undefined;
  readonly asOf?: string | undefined;
}

export interface QuotaSearch {
  readonly tab: QuotaTab;
  readonly unit: string | undefined;
  readonly asOf: string | undefined;
  /** Changes parts of the address; undefined takes a part out. */
  readonly go: (parts: Given) => void;
}

/** What the address of the page says, and a way to change it. */
export function useQuotaSearch(): QuotaSearch {
  const given: Given = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    tab: tabs.find(({ key }) => key === given.tab)?.key ?? 'leading',
    unit: given.unit,
    asOf: given.asOf,
    go: (parts) => {
      const next = Object.entries({ ...given, ...parts }).filter(([, value]) => value !== undefined);
      void navigate({ to: '/quotas', search: Object.fromEntries(next) });
    },
  };
}
