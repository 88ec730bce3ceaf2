import type { ModuleWeb } from '#platform/web';
import { adminPages } from './admin/admin-pages.ts';

/** Signing in, and the accounts. */
export const identityWeb: ModuleWeb = {
  places: adminPages.places,
  pages: [
    {
      path: '/login',
      title: '登录',
      public: true,
      search: (given) => (typeof given['next'] === 'string' ? { next: given['next'] } : {}),
      load: async () => (await import('./login-page.tsx')).LoginPage,
    },
    ...adminPages.pages,
  ],
};
