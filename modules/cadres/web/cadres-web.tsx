import type { ModuleWeb } from '#platform/web';
import type { ListAction } from './list/list-action.ts';

/**
 * 干部: the list by unit, and the page of one person. Addresses carry ids of units and people only. `actions` are buttons
 * of other modules for the people chosen in the list.
 */
export const cadresWebWith = (actions: readonly ListAction[]): ModuleWeb => ({
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
        return () => <ListPage actions={actions} />;
      },
    },
    {
      path: '/cadres/$id',
      title: '干部信息',
      search: (given) =>
        Object.fromEntries(
          ['view', 'tab', 'set'].flatMap((key) =>
            typeof given[key] === 'string' ? [[key, given[key]]] : [],
          ),
        ),
      load: async () => (await import('./person/person-page.tsx')).PersonPage,
    },
  ],
});
