import { readPartyJoin } from '#documents/formats';
import {
  completedYears,
  compareDates,
  printDate,
  textOf,
  type Finding,
  type RecordRow,
} from '#platform/model';
import { personSet } from '../sets/a01-person.ts';
import { doubtOn } from './finding.ts';

interface AgeRule {
  readonly field: string;
  readonly label: string;
  readonly code: string;
  readonly years: number;
}

/** 三龄: how old one is at least when work began and when one joined the Party. */
const ages: readonly AgeRule[] = [
  { field: 'workStartDate', label: '参加工作', code: 'work-too-early', years: 16 },
  { field: 'partyJoinDate', label: '入党', code: 'party-too-early', years: 18 },
];

/** Birth, start of work and joining the Party in their order. */
export function dateDoubts(person: RecordRow): Finding[] {
  const birth = textOf(person, 'birthDate');
  const doubts: Finding[] = [];
  for (const rule of ages) {
    const date = textOf(person, rule.field);
    if (birth === '' || date === '') continue;
    const age = completedYears(birth, date);
    if (age === null || age >= rule.years) continue;
    const dates = `出生 ${printDate(birth)}，${rule.label} ${printDate(date)}`;
    doubts.push(
      compareDates(date, birth) < 0
        ? doubtOn(
            personSet,
            person,
            rule.field,
            `${rule.code}-than-birth`,
            `${rule.label}时间早于出生日期（${dates}），请核对干部档案后改正。`,
          )
        : doubtOn(
            personSet,
            person,
            rule.field,
            rule.code,
            `${rule.label}时只有 ${age} 周岁，不满 ${rule.years} 周岁（${dates}），请核对干部档案，以档案认定为准。`,
          ),
    );
  }
  return [...doubts, ...partyTextDoubts(person)];
}

/** 入党时间 as text and as a date are two fields of one fact. */
function partyTextDoubts(person: RecordRow): Finding[] {
  const text = textOf(person, 'partyJoinText');
  if (text === '') return [];
  const read = readPartyJoin(text);
  if (!read.understood) {
    return [
      doubtOn(
        personSet,
        person,
        'partyJoinText',
        'party-unreadable',
        `入党时间“${text}”不能识别，请核对后改为年月（如 200203）或党派名称。`,
      ),
    ];
  }
  const date = textOf(person, 'partyJoinDate').replaceAll('-', '').slice(0, 6);
  const joined = (read.joined ?? '').slice(0, Math.max(4, date.length));
  if (date === '' || joined === '' || date.startsWith(joined)) return [];
  return [
    doubtOn(
      personSet,
      person,
      'partyJoinText',
      'party-dates-differ',
      `入党时间的文字“${text}”与日期 ${printDate(textOf(person, 'partyJoinDate'))} 不一致，请核对后改正。`,
    ),
  ];
}
