import { useQuery } from '@tanstack/react-query';
import { call } from '#platform/web';
import { listImportItems, type Problem } from '../../model/contracts.ts';

const pageSize = 200;

/** All problems of an import, those that refused a form first. Asks page by page; nothing is left out. */
export function useProblems(importId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['import-problems', importId],
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const problems: Problem[] = [];
      for (let page = 1; ; page += 1) {
        const input = { params: { id: importId }, query: { page, size: pageSize } };
        const { total, items } = await call(listImportItems, input, signal);
        problems.push(...items.flatMap((item) => item.problems));
        if (items.length === 0 || page * pageSize >= total) return refusedFirst(problems);
      }
    },
  });
}

function refusedFirst(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => Number(b.level === 'error') - Number(a.level === 'error'));
}
