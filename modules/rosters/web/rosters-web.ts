import type { ModuleWeb } from '#platform/web';

/** 名册: the books of the office, one of them opened, their templates. */
export const rostersWeb: ModuleWeb = {
  places: [{ path: '/rosters', label: '名册', permissions: ['roster:read'] }],
  pages: [
    {
      path: '/rosters',
      title: '名册',
      load: async () => (await import('./list/rosters-page.tsx')).RostersPage,
    },
    {
      path: '/rosters/$id',
      title: '名册',
      load: async () => (await import('./book/book-page.tsx')).BookPage,
    },
  ],
};
