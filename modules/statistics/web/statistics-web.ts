import type { ModuleWeb } from '#platform/web';

/** What the addresses of these pages carry: a table, units, a date; nothing personal. */
function search(given: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    ['table', 'unit', 'units', 'asOf'].flatMap((key) => {
      const value = given[key];
      return typeof value === 'string' && value !== '' ? [[key, value]] : [];
    }),
  );
}

/** 统计: standard tables, own tables, teams. */
export const statisticsWeb: ModuleWeb = {
  places: [{ path: '/statistics', label: '统计', permissions: ['query:run'] }],
  pages: [
    {
      path: '/statistics',
      title: '统计',
      search,
      load: async () => (await import('./tables/tables-page.tsx')).TablesPage,
    },
    {
      path: '/statistics/own',
      title: '自定义统计',
      search,
      load: async () => (await import('./own/own-page.tsx')).OwnPage,
    },
    {
      path: '/statistics/teams',
      title: '班子画像',
      search,
      load: async () => (await import('./teams/teams-page.tsx')).TeamsPage,
    },
  ],
};
