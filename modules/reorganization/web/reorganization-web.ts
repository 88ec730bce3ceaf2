import type { ModuleWeb } from '#platform/web';

/** 机构改革: saved plans, and working on one. */
export const reorganizationWeb: ModuleWeb = {
  places: [{ path: '/reorganizations', label: '机构改革', permissions: ['unit:edit'], group: '数据维护' }],
  pages: [
    {
      path: '/reorganizations',
      title: '机构改革',
      load: async () => (await import('./plans/plans-page.tsx')).PlansPage,
    },
    {
      path: '/reorganizations/$id',
      title: '机构改革方案',
      load: async () => (await import('./plan-page.tsx')).PlanPage,
    },
  ],
};
