import { useMemo } from 'react';
import type { Condition } from '#engine';
import { useRemembered } from '#platform/web';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';
import type { Facet } from './facet-edits.ts';

/** What can be counted beside the result. */
export interface FacetField extends Facet {
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
  return fields.flatMap(({ name, label, kind, of }): FacetField[] => {
    if (of !== 'person') return [];
    const set = bandSets.find((each) => each.field === name);
    if (set !== undefined) {
      const groups = (set.bands ?? []).map(({ from, to }): Condition => ({
        op: 'between',
        field: name,
        from,
        to,
      }));
      return [{ field: name, label, bands: set.id, groups }];
    }
    return kind === 'code' || kind === 'unit' ? [{ field: name, label, groups: [] }] : [];
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
