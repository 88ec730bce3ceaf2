import { useMemo } from 'react';
import { useRemembered } from '#platform/web';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';

/** What can be counted beside the result. */
export interface FacetField {
  readonly field: string;
  readonly label: string;
  /** The id of the band set that puts its values into groups. */
  readonly bands?: string;
}

const usual = [
  'A01.sexCode',
  'age',
  'highestEducation',
  'postLevel',
  'rank',
  'isParty',
  'isMinority',
  'mainUnit',
];

const most = 12;

/** Fields of people with codes or units, and those that have bands. */
export function facetFields({ fields, bandSets }: PageCatalogue): FacetField[] {
  return fields.flatMap(({ name, label, kind, of }) => {
    if (of !== 'person') return [];
    const bands = bandSets.find((set) => set.field === name)?.id;
    if (bands !== undefined) return [{ field: name, label, bands }];
    return kind === 'code' || kind === 'unit' ? [{ field: name, label }] : [];
  });
}

/** The facets that the user wants to see, remembered in this browser. */
export function useFacetChoice(catalogue: PageCatalogue) {
  const [stored, remember] = useRemembered('query-facets', usual.join(','));
  return useMemo(() => {
    const all = facetFields(catalogue);
    const chosen = stored
      .split(',')
      .flatMap((name) => all.find(({ field }) => field === name) ?? [])
      .slice(0, most);
    return { all, chosen, choose: (names: readonly string[]) => remember(names.slice(0, most).join(',')) };
  }, [catalogue, stored, remember]);
}
