import type { OperationInput } from '#platform/model';
import { call } from '#platform/web';
import { listCadres } from '../../model/contracts.ts';

type ListBody = OperationInput<typeof listCadres>['body'];

const pageSize = 500;

/** The ids of everybody in a list, page by page. */
export async function collectIds(scope: Pick<ListBody, 'unit' | 'find'>): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1; ; page += 1) {
    const { people, total } = await call(listCadres, {
      body: { ...scope, columns: [], page, size: pageSize },
    });
    ids.push(...people.map((person) => person.id));
    if (people.length < pageSize || ids.length >= total) return ids;
  }
}
