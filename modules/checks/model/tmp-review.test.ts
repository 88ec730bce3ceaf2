import { it } from 'vitest';
import { loadCodeTables } from '#platform/server';
import { faultsOf } from './record-rules.ts';
import { defaultSettings } from './settings.ts';
const tables = loadCodeTables();
const w = { tables, today: '2026-06-30', unit: (id: string) => ({ name: '区财政局', foundedOn: '', endedOn: '', slots: [] }), initials: () => 'HQF' } as any;
const sound: any = {
  A01: [{ id: 'a', name: '何其芳', sexCode: '1', birthDate: '1972-11', workStartDate: '1994-07', resumeText: '1994.07--  区财政局局长', currentPostFull: '区财政局局长', namePinyinInitials: 'HQF' }],
  A02: [{ id: 'p', orgName: '区财政局', orgCode: 'u', postTitle: '局长', appointedOn: '2019-03', tenureStatusCode: '1', isPrimary: '1' }],
  A15: ['2021', '2022', '2023', '2024', '2025'].map((year) => ({ id: year, year, resultCode: '1' })),
  A17: [{ id: 'r', order: 1, startedOn: '1994-07', text: '区财政局局长' }],
  A36: [{ id: 'f', name: '何一' }],
  A57: [{ id: 'ph', data: 'x', takenOn: '2025-05' }],
};
const say = (label: string, sets: any) => console.log(label, JSON.stringify(faultsOf(sets, w, defaultSettings).map((f) => [f.rule, f.level, f.message, f.repair?.label, f.repair ? f.repair.apply(sets) : ''])));
const a01 = (x: any) => ({ ...sound, A01: [{ ...sound.A01[0], ...x }] });
const a02 = (x: any, more: any[] = []) => ({ ...sound, A02: [{ ...sound.A02[0], ...x }, ...more] });
it('x', () => {
  say('soldier', { ...a01({ workStartDate: '1990-12' , resumeText: ''}), A08: [{ id: 'e', school: '某大学', educationTypeCode: '1', educationCode: '21', enrolledOn: '1994-09', graduatedOn: '1998-07' }] });
  say('rank-undated written', { ...a01({ rankCode: '17', asWritten: { rankSince: '2019年底' } }), A05: [{ id: 'x', kind: '1', levelOrRankCode: '17', approvedOn: '2019-12' }] });
  say('year only removed', a02({ removedOn: '2026' }));
  say('month removed', a02({ removedOn: '2026-06' }));
  say('future removed', a02({ removedOn: '2026-07' }));
  say('same month', a02({ removedOn: '2019-03', tenureStatusCode: '0' }));
  say('left: not serving, no posts', { ...sound, A02: [{ ...sound.A02[0], tenureStatusCode: '0', removedOn: '2020-01', isPrimary: '0' }], A15: [], A36: [] });
  say('retired with held post', { ...a01({ personStatusCode: '2' }), A30: [{ id: 'q', exitMethodCode: '1', exitedOn: '2022-01' }], A15: [] });
  say('began mid 2023', { ...a01({ workStartDate: '2023-07', birthDate: '1999-01', resumeText: '2023.07--  区财政局科员' }), A17: [{ id: 'r', order: 1, startedOn: '2023-07', text: '区财政局科员' }], A15: [{ id: 'y', year: '2024', resultCode: '1' }, { id: 'z', year: '2025', resultCode: '1' }] });
  say('name two party dates verified shorter', { ...a01({ birthDate: '1972-11-05' }), VF01: [{ id: 'v', factCode: '1', verifiedValue: '1972.11', documentName: 'a', reviewer: 'b', verifiedOn: '2019' }] });
  say('verified vs id', { ...a01({ birthDate: '1972-11', nationalId: '110105197311052310' }), VF01: [{ id: 'v', factCode: '1', verifiedValue: '1972.11', documentName: 'a', reviewer: 'b', verifiedOn: '2019' }] });
  say('two same-year same result, one with fuller data', { ...sound, A15: [...sound.A15, { id: 'dup', year: '2025', resultCode: '1', remark: '记三等功' }] });
  say('A15 same result null both', { ...sound, A15: [...sound.A15.slice(0, 4), { id: 'm', year: '2025', asWritten: { resultCode: '合格' } }, { id: 'n', year: '2025', asWritten: { resultCode: '不合格' } }] });
  say('attached post', a02({}, [{ id: 'q', orgName: '某镇', orgCode: 'u', postTitle: '党委副书记（挂职）', appointedOn: '2026-01', tenureStatusCode: '1' }]));
});
