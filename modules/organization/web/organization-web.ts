import type { ModuleWeb } from '#platform/web';
import type { UnitPart } from './unit-part.ts';

/** What the address of the page of units understands: ids of units and dates, no names. */
const searchKeys = ['unit', 'tab', 'asOf'];

/**
 * 机构: the tree, and the page of one unit.
 *
 * @param parts what other modules show of a unit
 */
export function organizationWebWith(parts: readonly UnitPart[]): ModuleWeb {
  return {
    places: [{ path: '/units', label: '机构', permissions: ['unit:read'] }],
    pages: [
      {
        path: '/units',
        title: '机构',
        search: (given) =>
          Object.fromEntries(
            searchKeys.flatMap((key) => (typeof given[key] === 'string' ? [[key, given[key]]] : [])),
          ),
        load: async () => {
          const { unitsPage } = await import('./page/units-page.tsx');
          return unitsPage(parts);
        },
      },
    ],
  };
}
