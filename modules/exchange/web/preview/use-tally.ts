import { useQuery, type QueryClient } from '@tanstack/react-query';
import { call } from '#platform/web';
import { listImportItems } from '../../model/contracts.ts';
import { tallyOf, type Decided, type Tally } from './tally.ts';

const pageSize = 200;
const tallyKey = (importId: string) => ['import-tally', importId];

/**
 * What writing would do now; undefined until all forms have been looked at. The import's own counts do not know the
 * operator's choices, which may have been made on another day.
 */
export function useTally(importId: string): Tally | undefined {
  const { data } = useQuery({
    queryKey: tallyKey(importId),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<Decided[]> => {
      const forms: Decided[] = [];
      for (let page = 1; ; page += 1) {
        const input = { params: { id: importId }, query: { page, size: pageSize } };
        const { total, items } = await call(listImportItems, input, signal);
        forms.push(...items.map(({ n, state, choice }) => ({ n, state, choice })));
        if (items.length === 0 || page * pageSize >= total) return forms;
      }
    },
    select: tallyOf,
  });
  return data;
}

/** Enters a choice that was just made. */
export function noteChoice(client: QueryClient, importId: string, made: Decided): void {
  client.setQueryData<Decided[]>(tallyKey(importId), (forms) =>
    forms?.map((form) => (form.n === made.n ? { n: made.n, state: made.state, choice: made.choice } : form)),
  );
}

/** Forgets everything known of an import's forms, because they are read anew. */
export function forgetForms(client: QueryClient, importId: string): void {
  client.removeQueries({ queryKey: tallyKey(importId) });
  client.removeQueries({ queryKey: [listImportItems.id, { params: { id: importId } }] });
}
