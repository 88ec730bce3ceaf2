import type { ModuleWeb } from '#platform/web';

/** 导入、导出 */
export const exchangeWeb: ModuleWeb = {
  places: [
    { path: '/import', label: '导入', permissions: ['form:import'], group: '数据维护' },
    { path: '/export', label: '导出', permissions: ['form:export'], group: '数据维护' },
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

/** 变更记录: for administrators beside the accounts, since they have no other work here. */
export const changesWeb: ModuleWeb = {
  places: [{ path: '/changes', label: '变更记录', permissions: ['journal:read'], group: '数据维护' }],
  pages: [
    {
      path: '/changes',
      title: '变更记录',
      load: async () => (await import('./changes/changes-page.tsx')).ChangesPage,
    },
  ],
};
