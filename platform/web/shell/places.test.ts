import { describe, expect, it } from 'vitest';
import type { Permission } from '#platform/model';
import { navigationOf, type Place } from './places.ts';

const places: readonly Place[] = [
  { path: '/cadres', label: '干部', permissions: ['cadre:read'] },
  { path: '/import', label: '导入', permissions: ['form:import'], group: '数据维护' },
  { path: '/units', label: '机构', permissions: ['unit:read'] },
  { path: '/export', label: '导出', permissions: ['form:export'], group: '数据维护' },
];

function shownTo(...permissions: Permission[]) {
  return navigationOf(places, new Set(permissions)).map((entry) =>
    'places' in entry ? [entry.group, ...entry.places.map(({ label }) => label)] : entry.label,
  );
}

describe('the navigation', () => {
  it('has places of one group in a menu where the first of them stands', () => {
    expect(shownTo('cadre:read', 'form:import', 'unit:read', 'form:export')).toEqual([
      '干部',
      ['数据维护', '导入', '导出'],
      '机构',
    ]);
  });

  it('shows a place that is alone in its group by itself', () => {
    expect(shownTo('cadre:read', 'form:export')).toEqual(['干部', '导出']);
  });

  it('has nothing for whoever may do nothing', () => {
    expect(shownTo()).toEqual([]);
  });
});
