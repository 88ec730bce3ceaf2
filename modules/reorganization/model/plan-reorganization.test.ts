import { describe, expect, it } from 'vitest';
import { newId, textOf } from '#platform/model';
import type { ReorganizationStep } from './plan.ts';
import { TestDistrict } from './test-reorganization.ts';

/** Two departments with an office each, and somebody in every place. */
function twoDepartments() {
  const district = new TestDistrict();
  district.unit('样板区', null);
  const slot = newId();
  const culture = district.unit('样板区文化局', '样板区', '1', {
    B01: [{ levelCode: '109', adminStaffing: 12 }],
    PS01: [{ id: slot, title: '局长', roleCode: '1', order: 1, establishedOn: '2019-03' }],
    QT01: [
      { bucketCode: '11', approved: 1, validFrom: '2019-03' },
      { bucketCode: '12', approved: 2, validFrom: '2019-03' },
    ],
  });
  const tourism = district.unit('样板区旅游局', '样板区', '1', {
    B01: [{ levelCode: '109', deputyLeaderQuota: 3 }],
    QT01: [{ bucketCode: '11', approved: 1, validFrom: '2019-03' }],
    HC01: [{ staffingTypeCode: '1', approved: 9, validFrom: '2019-03' }],
  });
  const office = district.unit('艺术科', '样板区文化局', '2');
  return { district, culture, tourism, office, slot };
}

const merge = (units: readonly string[], parent: string | null = null): ReorganizationStep[] => [
  {
    kind: 'create',
    key: 'new-1',
    name: '样板区文化和旅游局',
    shortName: '区文旅局',
    parent,
    levelCode: null,
    kindCode: '1',
  },
  { kind: 'merge', units: [...units], into: 'new-1', offices: 'move' },
];

describe('two departments merged into a new one', () => {
  it('end, and the new one stands in the place of the first, with what happened in the history of all', () => {
    const { district, culture, tourism } = twoDepartments();
    const { after, units, problems } = district.plan(merge([culture, tourism], district.id('样板区')));
    expect(problems).toEqual([]);
    const id = after.founded('样板区文化和旅游局');
    expect(units.find(id)).toMatchObject({ order: 2, parent: district.id('样板区') });
    expect(after.unitRows(culture, 'UH01')).toMatchObject([
      { changedOn: '2024-03-20', changeCode: '5', successor: id, documentNo: '样委发〔2024〕5号' },
    ]);
    expect(after.unitRows(id, 'UH01').map((row) => [row['changeCode'], row['remark']])).toEqual([
      ['1', null],
      ['5', '样板区文化局并入'],
      ['5', '样板区旅游局并入'],
    ]);
  });

  it('hand over their people: old posts end, the same posts begin, and 统计关系 follows', () => {
    const { district, culture, tourism, slot } = twoDepartments();
    const head = district.person('张三', '样板区文化局', [
      [
        '样板区文化局',
        '局长',
        { slotId: slot, positionLevelCode: '1A31', positionLevelSince: '2015-01', teamMemberTypeCode: '1' },
      ],
    ]);
    const { after, people } = district.plan(merge([culture, tourism]));
    const id = after.founded('样板区文化和旅游局');
    expect(after.posts(head)).toEqual([
      '样板区文化局 局长 2019-03–2024-03-20',
      '样板区文化和旅游局 局长 2024-03-20–',
    ]);
    const [old, next] = after.personRows(head, 'A02');
    expect(old).toMatchObject({
      tenureStatusCode: '0',
      removalDocNo: '样委发〔2024〕5号',
      slotId: slot,
      isPrimary: '1',
    });
    expect(next).toMatchObject({
      orgCode: id,
      orgShortName: '区文旅局',
      tenureStatusCode: '1',
      positionLevelSince: '2015-01',
      teamMemberTypeCode: '1',
      appointmentDocNo: '样委发〔2024〕5号',
      slotId: after.unitRows(id, 'PS01')[0]?.id,
    });
    expect(after.personRows(head, 'A01')[0]).toMatchObject({
      statisticalOrgCode: id,
      currentPostFull: '样板区文化局局长',
    });
    expect(people[0]?.text).toEqual({ before: '样板区文化局局长', after: '样板区文化和旅游局局长' });
  });

  it('change the texts of the form only when that is wanted', () => {
    const { district, culture, tourism } = twoDepartments();
    const head = district.person('张三', '样板区文化局', [['样板区文化局', '局长']]);
    const { after } = district.plan(merge([culture, tourism]), { texts: true });
    expect(after.personRows(head, 'A01')[0]).toMatchObject({
      currentPostFull: '样板区文化和旅游局局长',
      currentPostShort: '区文旅局局长',
    });
  });

  it('keep the beginnings of posts when that is wanted', () => {
    const { district, culture, tourism } = twoDepartments();
    const head = district.person('张三', '样板区文化局', [['样板区文化局', '局长']]);
    const { after } = district.plan(merge([culture, tourism]), { keepStart: true });
    expect(after.posts(head)).toEqual(['样板区文化和旅游局 局长 2019-03–']);
  });

  it('bring somebody with posts in both together, the same title once', () => {
    const { district, culture, tourism } = twoDepartments();
    const both = district.person('李四', '样板区文化局', [
      ['样板区文化局', '党组成员'],
      ['样板区旅游局', '党组成员'],
      ['样板区旅游局', '副局长'],
    ]);
    for (const keepStart of [false, true]) {
      const { after, problems } = district.plan(merge([culture, tourism]), { keepStart });
      const id = after.founded('样板区文化和旅游局');
      const held = after.personRows(both, 'A02').filter((row) => textOf(row, 'removedOn') === '');
      expect(held.map((row) => [row['orgCode'], row['postTitle']])).toEqual([
        [id, '党组成员'],
        [id, '副局长'],
      ]);
      expect(problems.map(({ level }) => level)).toEqual(['hint']);
    }
  });

  it('sum what was approved, also where only the unit itself says it, and the clerk may say otherwise', () => {
    const { district, culture, tourism } = twoDepartments();
    const numbers = [{ unit: 'new-1', set: 'QT01', code: '12', approved: 4 } as const];
    const { after, quotas } = district.plan(merge([culture, tourism]), { numbers });
    const id = after.founded('样板区文化和旅游局');
    expect(quotas.numbers.map(({ code, sum, approved }) => [code, sum, approved])).toEqual([
      ['11', 2, 2],
      ['12', 5, 4],
      ['1', 21, 21],
    ]);
    expect(after.unitRows(id, 'QT01')[0]).toMatchObject({
      bucketCode: '11',
      approved: 2,
      validFrom: '2024-03-20',
      documentNo: '样委发〔2024〕5号',
    });
    expect(after.unitRows(culture, 'QT01').map((row) => row['validTo'])).toEqual([
      '2024-03-20',
      '2024-03-20',
    ]);
    expect(after.unitRows(tourism, 'HC01')[0]).toMatchObject({ approved: 9, validTo: '2024-03-20' });
    expect(after.unitRows(culture, 'PS01')[0]).toMatchObject({ title: '局长', abolishedOn: '2024-03-20' });
    expect(after.unitRows(id, 'PS01')[0]).toMatchObject({ title: '局长', establishedOn: '2024-03-20' });
  });

  it('take their internal offices along with the people in them', () => {
    const { district, culture, tourism, office } = twoDepartments();
    const named = district.person('王五', '样板区文化局', [
      ['样板区文化局艺术科', '科长', { orgCode: office, teamMemberTypeCode: '1' }],
    ]);
    const plain = district.person('赵六', '样板区文化局', [['艺术科', '科员']]);
    const { after } = district.plan(merge([culture, tourism]));
    const id = after.founded('样板区文化和旅游局');
    expect(after.unitRows(office, 'B01')[0]).toMatchObject({ parentOrgCode: id });
    expect(after.unitRows(office, 'UH01')[0]).toMatchObject({ parentBefore: culture, parentAfter: id });
    expect(after.posts(named)).toEqual([
      '样板区文化局艺术科 科长 2019-03–2024-03-20',
      '样板区文化和旅游局艺术科 科长 2024-03-20–',
    ]);
    expect(after.personRows(named, 'A02')[1]).toMatchObject({ orgCode: office, teamMemberTypeCode: '1' });
    // Who is named by the office alone has the same post as before.
    expect(after.posts(plain)).toEqual(['艺术科 科员 2019-03–']);
    expect(after.personRows(plain, 'A01')[0]).toMatchObject({ statisticalOrgCode: id });
  });
});

describe('a unit that is abolished', () => {
  it('gives everything to its successor; the heads of its offices are nobody’s leaders there', () => {
    const { district, culture, tourism, office } = twoDepartments();
    const head = district.person('王五', '样板区文化局', [['艺术科', '科长', { teamMemberTypeCode: '1' }]]);
    const { after, problems } = district.plan([
      { kind: 'abolish', unit: culture, successor: tourism, offices: 'end' },
    ]);
    expect(after.unitRows(office, 'UH01')[0]).toMatchObject({ changeCode: '6', successor: tourism });
    expect(after.personRows(head, 'A02')[1]).toMatchObject({
      orgCode: tourism,
      postTitle: '科长',
      isTeamMember: '0',
    });
    expect(textOf(after.personRows(head, 'A02')[1], 'teamMemberTypeCode')).toBe('');
    expect(problems.map(({ level, person }) => [level, person ?? ''])).toEqual([
      ['hint', ''],
      ['hint', head],
    ]);
    expect(
      after.unitRows(tourism, 'QT01').map((row) => [row['approved'], row['validFrom'], row['validTo']]),
    ).toEqual([
      [1, '2019-03', '2024-03-20'],
      [2, '2024-03-20', undefined],
      [5, '2024-03-20', undefined],
    ]);
  });

  it('names everybody who is left when nobody takes it over', () => {
    const { district, culture } = twoDepartments();
    const left = district.person('张三', '样板区文化局', [['样板区文化局', '局长']]);
    const { problems, personEdits } = district.plan([{ kind: 'abolish', unit: culture, successor: null }]);
    expect(personEdits).toEqual([]);
    expect(problems.map(({ level, person }) => [level, person])).toEqual([
      ['todo', left],
      ['todo', left],
    ]);
  });

  it('passes through: what went to a unit that ends as well arrives at the last one', () => {
    const { district, culture, tourism } = twoDepartments();
    district.unit('样板区广电局', '样板区');
    const head = district.person('张三', '样板区文化局', [['样板区文化局', '局长']]);
    const { after, quotas } = district.plan([
      { kind: 'merge', units: [culture], into: tourism },
      { kind: 'merge', units: [tourism], into: district.id('样板区广电局') },
    ]);
    expect(after.posts(head).at(-1)).toBe('样板区广电局 局长 2024-03-20–');
    expect(quotas.numbers.find(({ code }) => code === '12')).toMatchObject({
      unit: district.id('样板区广电局'),
      sum: 5,
    });
  });
});

describe('people who are transferred', () => {
  it('go with their posts in the unit and its offices, the others stay', () => {
    const { district, culture, tourism } = twoDepartments();
    const people = ['甲', '乙', '丙'].map((name, place) =>
      district.person(name, '样板区文化局', [place === 2 ? ['艺术科', '科员'] : ['样板区文化局', '科员']]),
    );
    const stays = district.person('丁', '样板区文化局', [['样板区文化局', '科员']]);
    const { after, problems, unitEdits } = district.plan([
      { kind: 'transferPeople', people, from: culture, to: tourism },
    ]);
    expect([problems, unitEdits]).toEqual([[], []]);
    for (const id of people) {
      expect(after.posts(id).at(-1)).toBe('样板区旅游局 科员 2024-03-20–');
      expect(after.personRows(id, 'A01')[0]).toMatchObject({ statisticalOrgCode: tourism });
    }
    expect(after.posts(stays)).toEqual(['样板区文化局 科员 2019-03–']);
  });

  it('keep 统计关系 while another post stays behind in the unit', () => {
    const { district, culture, tourism } = twoDepartments();
    const id = district.person('甲', '样板区文化局', [
      ['样板区文化局', '副局长'],
      ['艺术科', '科长'],
    ]);
    const { after } = district.plan([
      { kind: 'transferOffices', units: [district.id('艺术科')], to: tourism },
    ]);
    expect(after.personRows(id, 'A01')[0]).toMatchObject({ statisticalOrgCode: culture });
  });

  it('are named when they hold nothing in the unit', () => {
    const { district, culture, tourism } = twoDepartments();
    const id = district.person('甲', '样板区旅游局', [['样板区旅游局', '科员']]);
    const { problems } = district.plan([
      { kind: 'transferPeople', people: [id], from: culture, to: tourism },
    ]);
    expect(problems).toMatchObject([{ level: 'todo', person: id }]);
  });
});

describe('posts that are not simply held', () => {
  it('of the past are not touched, nor those whose end nobody knows', () => {
    const { district, culture, tourism } = twoDepartments();
    const id = district.person('甲', '样板区', [
      ['样板区文化局', '科员', { removedOn: '2021-05', tenureStatusCode: '0' }],
      ['样板区文化局', '副科长', { tenureStatusCode: '0' }],
    ]);
    const { personEdits, problems } = district.plan(merge([culture, tourism]));
    expect([personEdits, problems]).toEqual([[], []]);
    expect(district.people[0]?.id).toBe(id);
  });

  it('ended since: the time after the reorganization was in the new unit', () => {
    const { district, culture, tourism } = twoDepartments();
    const id = district.person('甲', '样板区', [
      [
        '样板区文化局',
        '局长',
        { removedOn: '2025-01', tenureStatusCode: '0', removalDocNo: '样干〔2025〕1号' },
      ],
    ]);
    const { after } = district.plan(merge([culture, tourism]));
    expect(after.posts(id)).toEqual([
      '样板区文化局 局长 2019-03–2024-03-20',
      '样板区文化和旅游局 局长 2024-03-20–2025-01',
    ]);
    expect(after.personRows(id, 'A02')[1]).toMatchObject({
      tenureStatusCode: '0',
      removalDocNo: '样干〔2025〕1号',
    });
  });

  it('begun since, entered in the old unit, are posts of the new one', () => {
    const { district, culture, tourism } = twoDepartments();
    const id = district.person('甲', '样板区文化局', [
      ['样板区文化局', '副局长', { appointedOn: '2024-06' }],
    ]);
    const { after } = district.plan(merge([culture, tourism]));
    expect(after.posts(id)).toEqual(['样板区文化和旅游局 副局长 2024-06–']);
  });

  it('without a unit of the tree are named as not movable', () => {
    const { district, culture, tourism } = twoDepartments();
    const id = district.person('甲', '样板区文化局', [['样板区文化局', '副局长', { orgCode: null }]]);
    const { problems, after } = district.plan(merge([culture, tourism]));
    expect(problems).toMatchObject([{ level: 'todo', person: id }]);
    expect(after.posts(id)).toEqual(['样板区文化局 副局长 2019-03–']);
  });

  it('of somebody who has retired do not go along, and are named', () => {
    const { district, culture, tourism } = twoDepartments();
    const id = district.person('甲', '样板区文化局', [['样板区文化局', '调研员']]);
    const person = district.people[0];
    district.people[0] = {
      id,
      sets: { ...person?.sets, A31: { version: 1, rows: [{ id: newId(), approvedOn: '2023-01' }] } },
    };
    const { problems, personEdits } = district.plan(merge([culture, tourism]));
    expect(personEdits).toEqual([]);
    expect(problems).toMatchObject([{ level: 'hint', person: id }]);
  });
});

describe('a step that is not possible', () => {
  it('is told with its place, the others are looked at all the same', () => {
    const { district, culture, tourism, office } = twoDepartments();
    const { problems } = district.plan([
      { kind: 'merge', units: [culture], into: culture },
      { kind: 'rename', unit: tourism, name: '样板区旅游局', shortName: '' },
      { kind: 'move', unit: culture, parent: office },
      { kind: 'transferOffices', units: [culture], to: tourism },
      { kind: 'abolish', unit: newId(), successor: null },
      { kind: 'regrade', unit: tourism, level: '108' },
    ]);
    expect(problems.map(({ level, step }) => [level, step])).toEqual(
      [0, 1, 2, 3, 4].map((step) => ['stop', step]),
    );
  });

  it('is one in the future', () => {
    const { district, culture, tourism } = twoDepartments();
    const { problems } = district.plan([{ kind: 'merge', units: [culture], into: tourism }], {
      on: '2027-01',
    });
    expect(problems).toMatchObject([{ level: 'stop', text: '变动时间不能晚于今天。' }]);
  });

  it('offices of one name in one unit are pointed out', () => {
    const { district, culture, tourism } = twoDepartments();
    district.unit('艺术科', '样板区旅游局', '2');
    const { problems } = district.plan(merge([culture, tourism]));
    expect(problems).toMatchObject([
      { level: 'hint', text: expect.stringContaining('2 个“艺术科”') as string },
    ]);
  });
});
