import { useMemo } from 'react';
import type { CatalogueField } from '#platform/model';
import { useCall } from '#platform/web';
import { readQueryFields } from '../../model/contracts.ts';
import { pageCatalogue, type PageCatalogue } from './page-catalogue.ts';

/** What may be asked for; null until it is there. */
export function usePageCatalogue(): PageCatalogue | null {
  const { data } = useCall(readQueryFields, {}, { freshFor: 300_000 });
  return useMemo(() => (data ? pageCatalogue(data) : null), [data]);
}

const none: readonly CatalogueField[] = [];

/** The fields that may be asked for and shown; none until they are there. */
export function useQueryFields(): readonly CatalogueField[] {
  return useCall(readQueryFields, {}, { freshFor: 300_000 }).data?.fields ?? none;
}
