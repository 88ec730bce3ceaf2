import type { ModuleWeb } from '#platform/web';

/** 查重: people who are there twice, and merging them. */
export const duplicatesWeb: ModuleWeb = {
  places: [{ path: '/duplicates', label: '查重', permissions: ['cadre:bulk'], group: '数据维护' }],
  pages: [
    {
      path: '/duplicates',
      title: '查重',
      load: async () => (await import('./duplicates-page.tsx')).DuplicatesPage,
    },
    {
      path: '/duplicates/$first/$second',
      title: '对照合并',
      load: async () => (await import('./compare-page.tsx')).ComparePairPage,
    },
  ],
};
