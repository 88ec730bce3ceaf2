import type { ModuleWeb } from '#platform/web';

/** 导入数据表, 批量修改, 批量照片: many people at once, with a preview before anything is written. */
export const sheetsWeb: ModuleWeb = {
  places: [
    { path: '/sheets', label: '导入数据表', permissions: ['cadre:bulk'], group: '数据维护' },
    { path: '/bulk-edit', label: '批量修改', permissions: ['cadre:bulk'], group: '数据维护' },
    { path: '/bulk-photos', label: '批量照片', permissions: ['cadre:bulk'], group: '数据维护' },
  ],
  pages: [
    {
      path: '/sheets',
      title: '导入数据表',
      load: async () => (await import('./sheet/sheets-page.tsx')).SheetsPage,
    },
    {
      path: '/sheets/$id',
      title: '批量维护',
      load: async () => (await import('./job/job-page.tsx')).JobPage,
    },
    {
      path: '/bulk-photos',
      title: '批量照片',
      load: async () => (await import('./photos/photos-page.tsx')).PhotosPage,
    },
    {
      path: '/bulk-edit',
      title: '批量修改',
      load: async () => (await import('./edit/bulk-edit-page.tsx')).BulkEditPage,
    },
  ],
};
