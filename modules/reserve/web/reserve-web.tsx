import type { ModuleWeb } from '#platform/web';
import type { PeopleAction } from '#modules/query/web';

/** What the addresses of the pages carry: a part, a date; nothing personal. */
const searchKeys = ['tab', 'asOf'];

const search = (given: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    searchKeys.flatMap((key) => (typeof given[key] === 'string' ? [[key, given[key]]] : [])),
  );

/** 后备: pools of people for leading posts, with what other modules do with the people listed. */
export function reserveWebWith(actions: readonly PeopleAction[]): ModuleWeb {
  return {
    places: [{ path: '/reserve', label: '后备', permissions: ['reserve:read'] }],
    pages: [
      {
        path: '/reserve',
        title: '后备干部',
        search,
        load: async () => (await import('./page/overview-page.tsx')).OverviewPage,
      },
      {
        path: '/reserve/tags',
        title: '标签目录',
        load: async () => (await import('./tags/tags-page.tsx')).TagsPage,
      },
      {
        path: '/reserve/pools/$pool',
        title: '后备库',
        search,
        load: async () => {
          const { PoolPage } = await import('./pool/pool-page.tsx');
          return () => <PoolPage actions={actions} />;
        },
      },
    ],
  };
}
