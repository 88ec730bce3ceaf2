import { describe, expect, it } from 'vitest';
import { cadre, lifeOf, told, toolsOf } from './test-careers.ts';

describe('a leading place', () => {
  it('is one for somebody with several titles in a unit: 党组书记、局长', () => {
    const chief = cadre([
      { post: '财政局 党组书记', role: '正职' },
      { post: '财政局 局长', role: '正职', main: true },
    ]);
    expect(told(chief)).toEqual(['财政局 principal']);
  });

  it('in a town is that of the mayor for 党委副书记、镇长', () => {
    const mayor = cadre([
      { post: '青石镇 党委副书记', role: '副职' },
      { post: '青石镇 镇长', role: '正职', main: true },
    ]);
    expect(told(mayor)).toEqual(['青石镇 principal']);
  });

  it('counts where the main post is; a title of a deputy or member elsewhere does not', () => {
    const chief = cadre([
      { post: '财政局 局长', role: '正职', main: true },
      { post: '民政局 副局长', role: '副职' },
      { post: '区政府 党组成员', role: '其他' },
    ]);
    expect(told(chief)).toEqual(['财政局 principal', '民政局 deputy elsewhere', '区政府 member elsewhere']);
  });

  it('counts in both units for who is principal of both', () => {
    const chief = cadre([
      { post: '财政局 局长', role: '正职', main: true },
      { post: '民政局 局长', role: '正职' },
    ]);
    expect(told(chief)).toEqual(['财政局 principal', '民政局 principal']);
  });

  it('counts the principal post of who has the main one as a deputy elsewhere', () => {
    const both = cadre([
      { post: '区政府 副区长', role: '副职', main: true },
      { post: '财政局 局长', role: '正职' },
    ]);
    expect(told(both)).toEqual(['区政府 deputy', '财政局 principal']);
  });

  it('does not count as a deputy of a unit for who has the main post outside the district', () => {
    const guest = cadre([
      { post: '样板市财政局 科长', main: true },
      { post: '财政局 副局长', role: '副职' },
    ]);
    expect(told(guest)).toEqual(['财政局 deputy elsewhere']);
  });

  it('does not count for 挂职 from elsewhere, and still counts at home for who is sent out', () => {
    const guest = cadre([{ post: '财政局 副局长（挂职）', role: '副职', main: true }]);
    expect(told(guest)).toEqual(['财政局 deputy attached']);
    const sent = cadre([
      { post: '财政局 副局长', role: '副职' },
      { post: '民政局 副局长', role: '副职', main: true, changeReason: '挂职锻炼' },
    ]);
    expect(told(sent)).toEqual(['财政局 deputy', '民政局 deputy attached']);
    const aid = cadre([
      { post: '财政局 副局长', role: '副职' },
      { post: '某县 副县长（援藏）', role: '副职', main: true },
    ]);
    expect(told(aid)).toEqual(['财政局 deputy']);
  });

  it('does not count where that is marked by hand, not even with another title of the same unit', () => {
    const marked = { occupiesHeadcount: '1', notCountedReason: '军转干部安置超配' };
    const chief = cadre([
      { post: '财政局 局长', role: '正职', main: true, ...marked },
      { post: '财政局 党组成员', role: '其他' },
    ]);
    expect(told(chief)).toEqual(['财政局 principal exempt']);
  });

  it('counts where one of two titles of the same role is not marked', () => {
    const chief = cadre([
      { post: '财政局 党组书记', role: '正职', occupiesHeadcount: '1' },
      { post: '财政局 局长', role: '正职', main: true },
    ]);
    expect(told(chief)).toEqual(['财政局 principal']);
  });

  it('has the role of the slot that the post fills, and does not count in a slot outside the quota', () => {
    const slots = {
      财政局: {
        engineer: { role: 'Z', isCounted: true },
        adviser: { role: '3', isCounted: false },
      },
    } as const;
    const tools = toolsOf({}, slots);
    const engineer = cadre([{ post: '财政局 总工程师', role: '副职', slotId: 'engineer' }]);
    expect(told(engineer, '2024-06-30', tools)).toEqual(['财政局 member']);
    const adviser = cadre([{ post: '财政局 总经济师', slotId: 'adviser' }]);
    expect(told(adviser, '2024-06-30', tools)).toEqual(['财政局 deputy slot']);
    const moved = cadre([{ post: '民政局 总工程师', role: '副职', slotId: 'engineer' }]);
    expect(told(moved, '2024-06-30', tools)).toEqual(['民政局 deputy']);
  });

  it('of an internal office belongs to the legal unit above, once for the head of two offices', () => {
    const head = cadre([
      { post: '预算科 科长', role: '正职', main: true },
      { post: '国库科 科长', role: '正职' },
    ]);
    expect(told(head)).toEqual(['财政局 internalHead']);
    expect(told(cadre([{ post: '预算科 副科长', role: '副职' }]))).toEqual(['财政局 internalDeputy']);
  });

  it('is none without a role, in a group of units, or outside the tree', () => {
    const others = cadre([
      { post: '财政局 四级主任科员' },
      { post: '乡镇 负责人', role: '正职' },
      { post: '某公司 董事长', role: '正职' },
    ]);
    expect(told(others)).toEqual([]);
  });

  it('is filled from the first day of the post up to the day on which it ends', () => {
    const chief = cadre([{ post: '财政局 局长', role: '正职', from: '2020-05-12', to: '2024-03' }]);
    expect(told(chief, '2020-05-11')).toEqual([]);
    expect(told(chief, '2020-05-12')).toEqual(['财政局 principal']);
    expect(told(chief, '2024-02-29')).toEqual(['财政局 principal']);
    expect(told(chief, '2024-03-01')).toEqual([]);
    expect(lifeOf(chief)).toEqual(['财政局 principal 2020-05-12 2024-03-01']);
  });

  it('is freed by retirement on the day on which it takes effect, not before and not by an open post', () => {
    const chief = cadre([{ post: '财政局 局长', role: '正职' }], {
      A30: { exitMethodCode: '11', exitedOn: '2024-07' },
      A31: { approvedOn: '2024-07', approver: '区委组织部' },
    });
    expect(told(chief, '2024-06-30')).toEqual(['财政局 principal']);
    expect(told(chief, '2024-07-01')).toEqual([]);
  });

  it('counts on probation, on long leave and while suspended: the post is held', () => {
    const chief = cadre([{ post: '财政局 副局长（试用期一年）', role: '副职', changeReason: '长期病假' }]);
    expect(told(chief)).toEqual(['财政局 deputy']);
  });

  it('ends and begins where the main post moves, and goes on where only the title changes', () => {
    const moved = cadre([
      { post: '财政局 副局长', role: '副职', from: '2018-01', main: true, to: '2022-04' },
      { post: '财政局 副局长', role: '副职', from: '2022-04' },
      { post: '民政局 局长', role: '正职', from: '2023-01', main: true },
    ]);
    expect(lifeOf(moved)).toEqual([
      '财政局 deputy 2018-01-01 2023-01-01',
      '财政局 deputy elsewhere 2023-01-01 …',
      '民政局 principal 2023-01-01 …',
    ]);
  });
});
