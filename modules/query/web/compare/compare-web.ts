import type { ModuleWeb } from '#platform/web';

/** 比较: its people are remembered by the window and never stand in an address. */
export const compareWeb: ModuleWeb = {
  places: [{ path: '/compare', label: '比较', permissions: ['query:run'] }],
  pages: [
    {
      path: '/compare',
      title: '干部比较',
      load: async () => (await import('./compare-page.tsx')).ComparePage,
    },
  ],
};
