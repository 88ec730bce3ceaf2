import type { ModuleWeb } from '#platform/web';

/** What the address of the page understands: its part, a unit, a rule; nothing personal. */
const searchKeys = ['tab', 'unit', 'rule'];

/** 校核: what the rules find, what is missing, and the rules themselves. */
export const checksWeb: ModuleWeb = {
  places: [{ path: '/checks', label: '校核', permissions: ['check:read'], group: '数据维护' }],
  pages: [
    {
      path: '/checks',
      title: '校核',
      search: (given) =>
        Object.fromEntries(
          searchKeys.flatMap((key) => (typeof given[key] === 'string' ? [[key, given[key]]] : [])),
        ),
      load: async () => (await import('./checks-page.tsx')).ChecksPage,
    },
  ],
};
