import type { ModuleWeb } from '#platform/web';
import type { UnitPart } from '#modules/organization/web';

/** What the address of the page carries: a part, a unit, a date; nothing personal. */
const searchKeys = ['tab', 'unit', 'asOf'];
const portraitKeys = ['unit', 'slot', 'title', 'asOf'];

const textsOf =
  (keys: readonly string[]) =>
  (given: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(keys.flatMap((key) => (typeof given[key] === 'string' ? [[key, given[key]]] : [])));

/** 职数: leading posts, ranks, headcount, vacancies, alerts. */
export const quotasWeb: ModuleWeb = {
  places: [{ path: '/quotas', label: '职数', permissions: ['quota:read'] }],
  pages: [
    {
      path: '/quotas',
      title: '职数编制',
      search: textsOf(searchKeys),
      load: async () => (await import('./page/quotas-page.tsx')).QuotasPage,
    },
    {
      path: '/units/posts',
      title: '历任',
      search: textsOf(portraitKeys),
      load: async () => (await import('./portrait/portrait-page.tsx')).PortraitPage,
    },
  ],
};

/** What the page of a unit shows of its team and its numbers. */
export const quotaUnitParts: readonly UnitPart[] = [
  {
    key: 'team',
    label: '班子',
    permission: 'quota:read',
    place: 'tab',
    load: async () => (await import('./team/team-part.tsx')).TeamPart,
  },
  {
    key: 'numbers',
    label: '职数配备',
    permission: 'quota:read',
    place: 'QT01',
    load: async () => (await import('./team/numbers-part.tsx')).NumbersPart,
  },
];
