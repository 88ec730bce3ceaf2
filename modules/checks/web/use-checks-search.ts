import { useNavigate, useSearch } from '@tanstack/react-router';

export const tabKeys = ['results', 'completeness', 'rules'] as const;
export type ChecksTab = (typeof tabKeys)[number];

interface Search {
  readonly tab?: string | undefined;
  readonly unit?: string | undefined;
  readonly rule?: string | undefined;
}

/** What the address of the page says, and the way to another. */
export function useChecksSearch() {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    tab: tabKeys.find((key) => key === search.tab) ?? 'results',
    unit: search.unit,
    rule: search.rule,
    go: (next: Search): void => {
      const wanted = Object.entries({ ...search, ...next }).filter(([, value]) => Boolean(value));
      void navigate({ to: '/checks', search: Object.fromEntries(wanted) });
    },
  };
}
