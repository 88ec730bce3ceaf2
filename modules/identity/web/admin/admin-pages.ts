import type { ModuleWeb } from '#platform/web';

/** 账户管理 */
export const adminPages: ModuleWeb = {
  places: [{ path: '/admin/users', label: '账户', permissions: ['user:manage'] }],
  pages: [
    {
      path: '/admin/users',
      title: '账户管理',
      load: async () => (await import('./users-page.tsx')).UsersPage,
    },
  ],
};
