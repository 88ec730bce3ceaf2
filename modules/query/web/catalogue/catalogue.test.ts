import { describe, expect, it } from 'vitest';
import { initialsOf } from '#platform/model';
import { testLists } from '../../model/test-catalogue.ts';
import { fieldGroups, foundGroups } from './field-groups.ts';
import { firstCondition, inAnotherWay, wayLabel, waysOf } from './first-condition.ts';
import { pageCatalogue } from './page-catalogue.ts';

const catalogue = pageCatalogue({ ...testLists, bandSets: [] });

describe('the choice of a condition', () => {
  it('begins with the facts and has every set; in rows only their own fields', () => {
    const groups = fieldGroups(catalogue, null);
    expect(groups[0]?.label).toBe('常用');
    expect(groups.map(({ key }) => key)).toContain('A36');
    expect(fieldGroups(catalogue, 'A15').map(({ key }) => key)).toEqual(['A15']);
  });

  it.each([
    ['入党时间', 'rdsj'],
    ['参加工作时间', 'cjgzsj'],
    ['年龄', 'nl'],
    ['全日制最高学历', 'qrzzgxl'],
    ['政治面貌', 'zzmm'],
    ['背景 A、B', 'bjab'],
    ['八大二发个好就看来吗你哦跑人三他我下也', 'bdefghjklmnoprstwxy'],
  ])('finds %s by %s', (label, initials) => {
    expect(initialsOf(label)).toBe(initials);
  });

  it('finds by label, by initials and by the name of the set', () => {
    const groups = fieldGroups(catalogue, null);
    const found = (text: string) =>
      foundGroups(groups, text).flatMap(({ fields }) => fields.map(({ label }) => label));
    expect(found('入党时')).toContain('入党时间');
    expect(found('rdsj')).toContain('入党时间');
    expect(found('所在单位')).toContain('主职务所在机构');
    expect(found('xyz')).toEqual([]);
    expect(foundGroups(groups, '奖惩').map(({ key }) => key)).toContain('A14');
  });

  it('offers each field a first condition in its usual way', () => {
    for (const field of catalogue.fields) {
      const first = firstCondition(field);
      expect(waysOf(field)[0], field.name).toBe(first.op);
      for (const way of waysOf(field)) expect(inAnotherWay(first, field, way).op).toBe(way);
    }
  });

  it('asks of a file whether it is there', () => {
    const photo = catalogue.field('A57.data');
    if (!photo) throw new Error('photos can be asked for');
    const none = firstCondition(photo);
    expect(none).toEqual({ op: 'empty', field: 'A57.data' });
    expect(inAnotherWay(none, photo, 'in')).toEqual({ op: 'in', field: 'A57.data', values: ['1'] });
    expect(waysOf(photo).map((way) => wayLabel(photo, way))).toEqual(['没有', '有']);
  });

  it('knows the codes as trees', () => {
    expect(catalogue.labelOf('GB2261', '2')).toBe('女');
    expect(catalogue.hasBelow('GB2261', '2')).toBe(false);
    expect(catalogue.hasBelow('ZB64', '1')).toBe(true);
    expect(catalogue.tree('ZB64').find(({ value }) => value === '1')?.children.length).toBeGreaterThan(0);
  });
});
