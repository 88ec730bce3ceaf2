import { useNavigate, useSearch } from '@tanstack/react-router';

interface Given {
  readonly table?: string | undefined;
  readonly unit?: string | undefined;
  /** Ids, by commas. */
  readonly units?: string | undefined;
  readonly asOf?: string | undefined;
}

export interface StatisticsSearch extends Given {
  /** Changes parts of the address; undefined takes a part out. */
  readonly go: (parts: Given) => void;
}

/** What the address of a page of 统计 says, and a way to change it. */
export function useStatisticsSearch(): StatisticsSearch {
  const given: Given = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    ...given,
    go: (parts) => {
      const next = Object.entries({ ...given, ...parts }).filter(([, value]) => value !== undefined);
      // What the page shows stays as it is.
      void navigate({ to: '.', search: Object.fromEntries(next), state: true });
    },
  };
}
