import type { ModuleWeb } from '#platform/web';

/** 导入、导出 */
export const exchangeWeb: ModuleWeb = {
  places: [
    { path: '/import', label: '导入', permissions: ['form:import'] },
    { path: '/export', label: '导出', permissions: ['form:export'] },
  ],
  pages: [
    {
      path: '/import',
      title: '导入',
      load: async () => (await import('./import/import-page.tsx')).ImportPage,
    },
    {
      path: '/import/$id',
      title: '导入',
      load: async () => (await import('./import/one-import-page.tsx')).OneImportPage,
    },
    {
      path: '/export',
      title: '导出',
      load: async () => (await import('./export/export-page.tsx')).ExportPage,
    },
  ],
};

/** 变更记录: beside the accounts in the navigation, since administrators have no other work here. */
export const changesWeb: ModuleWeb = {
  places: [{ path: '/changes', label: '变更记录', permissions: ['journal:read'] }],
  pages: [
    {
      path: '/changes',
      title: '变更记录',
      load: async () => (await import('./changes/changes-page.tsx')).ChangesPage,
    },
  ],
};
