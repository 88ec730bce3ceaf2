import { describe, expect, it } from 'vitest';
import type { SubjectSets } from '#platform/model';
import { loadCodeTables } from '#platform/server';
import { faultsOf, recordRules } from './record-rules.ts';
import { checkTopics, type CheckedUnit, type CheckWorld } from './rule.ts';
import { defaultSettings } from './default-settings.ts';
import type { RuleSettings } from './settings.ts';

const tables = loadCodeTables();
const unit = (more: Partial<CheckedUnit> = {}): CheckedUnit => ({
  name: '区财政局',
  foundedOn: '',
  endedOn: '',
  slots: [],
  ...more,
});
const world = (units: Readonly<Record<string, CheckedUnit>> = { u: unit() }): CheckWorld => ({
  tables,
  today: '2026-06-30',
  unit: (id) => units[id],
  initials: () => 'HQF',
});

/** A person about whom no rule says anything. */
const sound: SubjectSets = {
  A01: [
    {
      id: 'a',
      name: '何其芳',
      sexCode: '1',
      birthDate: '1972-11',
      workStartDate: '1994-07',
      resumeText: '1994.07--  区财政局局长',
      currentPostFull: '区财政局局长',
      namePinyinInitials: 'HQF',
    },
  ],
  A02: [
    {
      id: 'p',
      orgName: '区财政局',
      orgCode: 'u',
      postTitle: '局长',
      appointedOn: '2019-03',
      tenureStatusCode: '1',
      isPrimary: '1',
    },
  ],
  A15: ['2021', '2022', '2023', '2024', '2025'].map((year) => ({ id: year, year, resultCode: '1' })),
  A17: [{ id: 'r', order: 1, startedOn: '1994-07', text: '区财政局局长' }],
  A36: [{ id: 'f', name: '何一' }],
  A57: [{ id: 'ph', data: 'x', takenOn: '2025-05' }],
};

function changed(set: string, values: Readonly<Record<string, string | null>>, base = sound): SubjectSets {
  const [first, ...others] = base[set] ?? [{ id: 'new' }];
  return { ...base, [set]: [{ ...first, ...values, id: first?.id ?? 'new' }, ...others] };
}

const rulesBroken = (sets: SubjectSets, in_ = world(), settings: RuleSettings = defaultSettings): string[] =>
  faultsOf(sets, in_, settings).map(({ rule }) => rule);

/** What the only repair of the only fault leaves. */
function repaired(sets: SubjectSets, in_ = world()): SubjectSets {
  const [fault, ...others] = faultsOf(sets, in_, defaultSettings);
  expect(others).toEqual([]);
  return { ...sets, ...fault?.repair?.apply(sets) };
}

describe('records that are in order', () => {
  it('break no rule', () => {
    expect(rulesBroken(sound)).toEqual([]);
  });
});

describe('a rule finds', () => {
  it.each<[string, SubjectSets]>([
    ['id-checksum', changed('A01', { nationalId: '990105197211052310' })],
    ['id-birth', changed('A01', { nationalId: '99010519721105231X', birthDate: '1973-11' })],
    ['work-too-early', changed('A01', { workStartDate: '1987-07' })],
    [
      'resume-gap',
      {
        ...sound,
        A17: [
          { id: 'r', order: 1, startedOn: '1994-07', endedOn: '1996-01', text: '科员' },
          { id: 's', order: 2, startedOn: '1997-01', text: '局长' },
        ],
      },
    ],
    ['photo-old', changed('A57', { takenOn: '2023-05' })],
    ['family-missing', { ...sound, A36: [] }],
    ['appraisal-missing', { ...sound, A15: (sound['A15'] ?? []).slice(1) }],
    ['post-reversed', changed('A02', { tenureStatusCode: '0', removedOn: '2018-01' })],
    ['post-undated', changed('A02', { appointedOn: '' })],
    ['post-unit-missing', changed('A02', { orgCode: null })],
    ['level-since-after-post', changed('A02', { positionLevelSince: '2020-01' })],
    ['post-text-differs', changed('A01', { currentPostFull: '区财政局党组书记' })],
    ['rank-below-level', changed('A01', { positionLevelCode: '1A41', rankCode: '19', rankSince: '2020-01' })],
    ['rank-undated', changed('A01', { rankCode: '17' })],
    ['initials-differ', changed('A01', { namePinyinInitials: 'HQX' })],
  ])('%s', (rule, sets) => {
    expect(rulesBroken(sets)).toContain(rule);
  });

  it('a post in a unit that has ended, or that was not there yet', () => {
    expect(rulesBroken(sound, world({ u: unit({ endedOn: '2025-01-01' }) }))).toEqual(['post-unit-ended']);
    expect(rulesBroken(sound, world({ u: unit({ foundedOn: '2020-01' }) }))).toEqual(['post-before-unit']);
    expect(rulesBroken(sound, world({ u: unit({ foundedOn: '2019' }) }))).toEqual([]);
  });

  it('rank equal to the lowest of the level to be right', () => {
    const least = changed('A01', { positionLevelCode: '1A41', rankCode: '18', rankSince: '2020-01' });
    expect(rulesBroken(least)).toEqual([]);
  });
});

describe('a rule is silent', () => {
  const [person, post] = [sound['A01']?.[0], sound['A02']?.[0]];

  it('about years and families of those who have left, though a post was not ended', () => {
    const left = { ...sound, A15: [], A36: [] };
    expect(rulesBroken({ ...left, A30: [{ id: 'x', exitedOn: '2022-01' }] })).toEqual([]);
    expect(rulesBroken({ ...left, A31: [{ id: 'x', approvedOn: '2027-01' }] })).toContain(
      'appraisal-missing',
    );
    expect(rulesBroken(changed('A01', { personStatusCode: '2' }, left))).toEqual([]);
  });

  it('about a level that somebody was raised to in the post, as the history of levels says', () => {
    const raised = changed('A02', { positionLevelCode: '1A41', positionLevelSince: '2021-05' });
    const history = (levelOrRankCode: string, approvedOn: string) => ({
      ...raised,
      A05: [{ id: 'l', levelOrRankCode, approvedOn }],
    });
    const isTold = (sets: SubjectSets): boolean => rulesBroken(sets).includes('level-since-after-post');
    expect([raised, history('1A41', '2021-05-10'), history('1A41', '2021')].map(isTold)).toEqual([
      true,
      false,
      false,
    ]);
    expect([history('1A42', '2021-05'), history('1A41', '2020-05')].map(isTold)).toEqual([true, true]);
  });

  it('about a number that says another birth than the verified one, but for a hint', () => {
    const fact = { id: 'v', factCode: '1', verifiedValue: '1972.11', documentName: '认定表' };
    const VF01 = [{ ...fact, reviewer: '审核组', verifiedOn: '2019-05' }];
    const sets = changed('A01', { nationalId: '990101197703150017' });
    expect(rulesBroken(sets)).toEqual(['id-birth']);
    const found = faultsOf({ ...sets, VF01 }, world(), defaultSettings);
    expect(found).toMatchObject([{ rule: 'id-birth-verified', level: 'hint' }]);
  });

  it('about a probation that may still be running', () => {
    const since = (partyJoinDate: string) => changed('A01', { politicalStatusCode: '02', partyJoinDate });
    expect(['2025-06', '2025', ''].map((date) => rulesBroken(since(date)))).toEqual([[], [], []]);
    expect(rulesBroken(since('2025-05'))).toEqual(['probation-over']);
    expect(rulesBroken(since('2024'))).toEqual(['probation-over']);
    expect(rulesBroken(changed('A01', { politicalStatusCode: '01', partyJoinDate: '2020-05' }))).toEqual([]);
  });

  it('about the first year of work', () => {
    const young = changed('A01', {
      birthDate: '1999-01',
      workStartDate: '2024-07',
      resumeText: '2024.07--  区财政局局长',
    });
    const A17 = [{ id: 'r', order: 1, startedOn: '2024-07', text: '区财政局局长' }];
    const A15 = [{ id: 'y', year: '2025', resultCode: '1' }];
    expect(rulesBroken({ ...young, A15, A17 })).not.toContain('appraisal-missing');
  });

  it('about a missing date where there is one that cannot be read', () => {
    const A01 = [{ ...person, id: 'a', rankCode: '17', asWritten: { rankSince: '2019年底' } }];
    const A02 = [{ ...post, id: 'p', appointedOn: null, asWritten: { appointedOn: '十年前' } }];
    const broken = rulesBroken({ ...sound, A01, A02 });
    expect(broken).toContain('date-unreadable');
    expect(broken).not.toContain('rank-undated');
    expect(broken).not.toContain('post-undated');
  });
});

describe('one key', () => {
  it('ends a post whose date has passed', () => {
    const sets = changed('A02', { removedOn: '2026-01' });
    expect(rulesBroken(repaired(sets))).toEqual([]);
  });

  it('marks the only post as the primary one', () => {
    expect(rulesBroken(repaired(changed('A02', { isPrimary: '0' })))).toEqual([]);
  });

  it.each([
    ['1973-02', '1972.11', '1972-11'],
    ['1972', '1972.11', '1972-11'],
    ['1972-11', '1972.11.05', '1972-11-05'],
  ])('writes the verified date: %s is not %s', (birthDate, verifiedValue, written) => {
    const evidence = { documentName: '认定表', reviewer: '审核组', verifiedOn: '2019-05' };
    const VF01 = [{ id: 'v', factCode: '1', verifiedValue, ...evidence }];
    const sets = { ...changed('A01', { birthDate }), VF01 };
    expect(rulesBroken(sets)).toEqual(['verified-differs']);
    const after = repaired(sets);
    expect(after['A01']?.[0]).toMatchObject({ birthDate: written });
    expect(rulesBroken(after)).toEqual([]);
  });

  it('leaves a date that is more exact than the verified one', () => {
    const fact = { id: 'v', factCode: '1', verifiedValue: '1972', documentName: '认定表' };
    const VF01 = [{ ...fact, reviewer: '审核组', verifiedOn: '2019-05' }];
    expect(rulesBroken({ ...sound, VF01 })).toEqual([]);
  });

  it('makes the résumé of its lines where the text is missing', () => {
    expect(rulesBroken(repaired(changed('A01', { resumeText: '' })))).toEqual([]);
  });

  it('gives the code to a text that is exactly one label', () => {
    const [person] = sound['A01'] ?? [];
    const sets = {
      ...sound,
      A01: [{ ...person, id: 'a', ethnicCode: null, asWritten: { ethnicCode: '汉族' } }],
    };
    expect(repaired(sets)['A01']?.[0]).toMatchObject({ ethnicCode: '01' });
  });

  it('puts a post into the only slot of its title', () => {
    const units = world({
      u: unit({
        slots: [
          { id: 's1', title: '局长' },
          { id: 's2', title: '副局长' },
        ],
      }),
    });
    const after = repaired(changed('A02', { teamMemberTypeCode: '1' }), units);
    expect(after['A02']?.[0]).toMatchObject({ slotId: 's1' });
  });

  it('throws no row away that says more than the other', () => {
    const again = (more: Record<string, unknown>) => ({
      ...sound,
      A15: [...(sound['A15'] ?? []), { id: 'again', year: '2025', resultCode: '1', ...more }],
    });
    const repairOf = (sets: SubjectSets) =>
      faultsOf(sets, world(), defaultSettings).find(({ rule }) => rule === 'appraisal-twice')?.repair;
    expect(repairOf(again({}))?.apply(again({}))).toEqual({ A15: sound['A15'] });
    expect(repairOf(again({ yearsPrinted: '3' }))).toBeUndefined();
    const A15 = ['合格', '不合格'].map((resultCode, at) => ({
      id: String(at),
      year: '2025',
      asWritten: { resultCode },
    }));
    expect(repairOf({ ...sound, A15 })).toBeUndefined();
  });

  it('does not end a post whose year of removal is not over', () => {
    const [fault] = faultsOf(changed('A02', { removedOn: '2026' }), world(), defaultSettings);
    expect(fault).toMatchObject({ rule: 'post-ended-still-held' });
    expect(fault?.repair).toBeUndefined();
  });

  it('is not there where people have to decide', () => {
    const [fault] = faultsOf(changed('A01', { nationalId: '990105197211052310' }), world(), defaultSettings);
    expect(fault).toMatchObject({ rule: 'id-checksum', level: 'error' });
    expect(fault?.repair).toBeUndefined();
  });
});

describe('the office', () => {
  const old = changed('A57', { takenOn: '2023-05' });
  const set = (rules: RuleSettings['rules']): RuleSettings => ({ ...defaultSettings, rules });

  it.each<[string, RuleSettings['rules'][string], string[]]>([
    ['switches a rule off', { enabled: false }, []],
    ['sets its number', { parameter: 5 }, []],
    ['lets it hold from a later day', { effectiveFrom: '2027-01-01' }, []],
    ['sets its level', { level: 'error' }, ['error']],
  ])('%s', (_what, setting, levels) => {
    expect(faultsOf(old, world(), set({ 'photo-old': setting })).map(({ level }) => level)).toEqual(levels);
  });
});

describe('the rules', () => {
  it('have lasting ids of their own, and a topic that is shown', () => {
    expect(new Set(recordRules.map(({ id }) => id)).size).toBe(recordRules.length);
    expect(recordRules.filter(({ topic }) => !checkTopics.includes(topic))).toEqual([]);
  });
});
