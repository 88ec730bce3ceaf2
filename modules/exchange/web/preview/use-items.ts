import { useQueries, useQueryClient } from '@tanstack/react-query';
import { call, keyOf, useAction } from '#platform/web';
import { chooseImportItem, listImportItems, type ImportItem, type ItemState } from '../../model/contracts.ts';
import { pagesOf } from './pages.ts';
import { noteChoice } from './use-tally.ts';

const pageSize = 100;

interface ItemsPage {
  readonly total: number;
  readonly items: readonly ImportItem[];
}

/** The forms of one state of an import: the pages that hold the rows `from` to `to` and the one selected. */
export function useItems(id: string, state: ItemState, from: number, to: number, selected: number) {
  const wanted = [...new Set([...pagesOf(from, to, pageSize), ...pagesOf(selected, selected + 1, pageSize)])];
  const results = useQueries({
    queries: wanted.map((page) => {
      const input = { params: { id }, query: { state, page, size: pageSize } };
      return {
        queryKey: keyOf(listImportItems, input),
        queryFn: (): Promise<ItemsPage> => call(listImportItems, input),
      };
    }),
  });
  const itemAt = (index: number): ImportItem | undefined => {
    const page = Math.floor(index / pageSize) + 1;
    return results[wanted.indexOf(page)]?.data?.items[index % pageSize];
  };
  return { itemAt, error: results.find((result) => result.error)?.error ?? null };
}

/** Writes the operator's choice for a form and shows it at once where the form stands. */
export function useChoice(id: string): (n: number, choice: string | null) => Promise<void> {
  const client = useQueryClient();
  const action = useAction(chooseImportItem);
  return async (n, choice) => {
    const item = await action.mutateAsync({ params: { id, n }, body: { choice } });
    noteChoice(client, id, item);
    const pagesOfImport = keyOf(listImportItems, { params: { id }, query: {} });
    client.setQueriesData<ItemsPage>({ queryKey: pagesOfImport }, (page) =>
      page ? { ...page, items: page.items.map((each) => (each.n === item.n ? item : each)) } : page,
    );
  };
}
