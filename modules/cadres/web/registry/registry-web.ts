import type { ModuleWeb } from '#platform/web';

/** 信息集 and 代码表, read only. */
export const registryWeb: ModuleWeb = {
  places: [
    { path: '/admin/sets', label: '信息集', permissions: ['cadre:read', 'system:read'], group: '数据维护' },
  ],
  pages: [
    {
      path: '/admin/sets',
      title: '信息集',
      load: async () => (await import('./sets-page.tsx')).SetsPage,
    },
    {
      path: '/admin/code-tables',
      title: '代码表',
      load: async () => (await import('./code-tables-page.tsx')).CodeTablesPage,
    },
  ],
};
