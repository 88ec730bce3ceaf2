import type { ModuleWeb } from '#platform/web';

/** 查询: the conditions and the people found. The question stands behind the `#` of the address. */
export const queryWeb: ModuleWeb = {
  places: [{ path: '/query', label: '查询', permissions: ['query:run'] }],
  pages: [
    {
      path: '/query',
      title: '查询',
      load: async () => (await import('./query-page.tsx')).QueryPage,
    },
  ],
};
