import type { ModuleWeb } from '#platform/web';
import type { ListAction } from './list/list-action.ts';
import type { ListColumn } from './list/list-column.ts';
import type { LoadFindings } from './person/person-findings.ts';

/** What the address of the page of a person understands. */
const personKeys = ['view', 'tab', 'set', 'row', 'field'];

/**
 * 干部: the list by unit, and the page of one person. Addresses carry ids of units, people and rows only. `actions` are
 * buttons of other modules for the people chosen in the list, `column` what another module can show of everybody in it,
 * `loadFindings` what another module shows of a person in the place of the doubts.
 */
export const cadresWebWith = (
  actions: readonly ListAction[],
  column: ListColumn,
  loadFindings: LoadFindings,
): ModuleWeb => ({
  places: [{ path: '/cadres', label: '干部', permissions: ['cadre:read'] }],
  pages: [
    {
      path: '/cadres',
      title: '干部',
      search: (given) => ({
        ...(typeof given['unit'] === 'string' ? { unit: given['unit'] } : {}),
        ...(Number.isInteger(given['page']) && Number(given['page']) > 1
          ? { page: Number(given['page']) }
          : {}),
      }),
      load: async () => {
        const { ListPage } = await import('./list/list-page.tsx');
        return () => <ListPage actions={actions} column={column} />;
      },
    },
    {
      path: '/cadres/$id',
      title: '干部信息',
      search: (given) =>
        Object.fromEntries(
          personKeys.flatMap((key) => (typeof given[key] === 'string' ? [[key, given[key]]] : [])),
        ),
      load: async () => {
        const [{ PersonPage }, Findings] = await Promise.all([
          import('./person/person-page.tsx'),
          loadFindings(),
        ]);
        return () => <PersonPage Findings={Findings} />;
      },
    },
  ],
});
