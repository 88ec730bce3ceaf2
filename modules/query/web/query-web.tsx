import type { ModuleWeb } from '#platform/web';
import type { PeopleAction } from './people-action.ts';

/**
 * 查询: the conditions and the people found, with what other modules do with these. The question stands behind the `#` of
 * the address.
 */
export function queryWebWith(actions: readonly PeopleAction[]): ModuleWeb {
  return {
    places: [{ path: '/query', label: '查询', permissions: ['query:run'] }],
    pages: [
      {
        path: '/query',
        title: '查询',
        load: async () => {
          const { QueryPage } = await import('./query-page.tsx');
          return () => <QueryPage actions={actions} />;
        },
      },
    ],
  };
}
