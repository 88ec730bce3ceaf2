import { compareDates, printDate, textOf, type RecordRow, type SubjectSets } from '#platform/model';
import type { RecordRule } from '../rule.ts';
import { fault, heldPosts, isHeld, isSaid, personRow, postName, rowsOfSet, settingRow } from './rows.ts';

const source = '干部信息校核要求：职务信息';
const effectiveFrom = '1949-10-01';

/** Is one date before the other, as far as both say? */
function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return compareDates(a.slice(0, length), b.slice(0, length)) < 0;
}

/** 职务 (A02): each post by itself, against the others and against the units. */
export const postRules: readonly RecordRule[] = [
  {
    id: 'post-reversed',
    label: '免职时间早于任职时间',
    topic: '职务',
    level: 'error',
    effectiveFrom,
    source,
    find: (sets) =>
      rowsOfSet(sets, 'A02').flatMap((row) => {
        const [from, to] = [textOf(row, 'appointedOn'), textOf(row, 'removedOn')];
        if (from === '' || to === '' || !isBefore(to, from)) return [];
        return [
          fault(
            'A02',
            row,
            'removedOn',
            `“${postName(row)}”的免职时间 ${printDate(to)} 早于任职时间 ${printDate(from)}，请改正。`,
          ),
        ];
      }),
  },
  {
    id: 'post-ended-still-held',
    label: '已过免职时间仍为在任',
    topic: '职务',
    level: 'error',
    effectiveFrom,
    source,
    find: (sets, { today }) =>
      rowsOfSet(sets, 'A02').flatMap((row) => {
        const to = textOf(row, 'removedOn');
        if (to === '' || to > today || textOf(row, 'tenureStatusCode') !== '1') return [];
        return [
          fault(
            'A02',
            row,
            'tenureStatusCode',
            `“${postName(row)}”已于 ${printDate(to)} 免职，任职状态仍为在任，请改为已免。`,
            // Of a year that is not over nobody knows whether the day has come.
            to.length === 4 && today.startsWith(to)
              ? undefined
              : settingRow('改为已免', 'A02', row.id, { tenureStatusCode: '0', isPrimary: '0' }),
          ),
        ];
      }),
  },
  {
    id: 'post-ended-undated',
    label: '已免职务没有免职时间',
    topic: '职务',
    level: 'warning',
    effectiveFrom,
    source,
    find: (sets) =>
      rowsOfSet(sets, 'A02').flatMap((row) =>
        textOf(row, 'tenureStatusCode') === '0' && !isSaid(row, 'removedOn')
          ? [fault('A02', row, 'removedOn', `“${postName(row)}”已免，没有填写免职时间，请补填。`)]
          : [],
      ),
  },
  {
    id: 'post-undated',
    label: '现任职务没有任职时间',
    topic: '职务',
    level: 'warning',
    effectiveFrom,
    source,
    find: (sets, { today }) =>
      heldPosts(sets, today).flatMap((row) =>
        !isSaid(row, 'appointedOn')
          ? [fault('A02', row, 'appointedOn', `现任“${postName(row)}”没有填写任职时间，请补填。`)]
          : [],
      ),
  },
  {
    id: 'level-since-after-post',
    label: '任职务层次时间晚于任职时间',
    topic: '职务',
    level: 'warning',
    effectiveFrom,
    source,
    find: (sets) =>
      rowsOfSet(sets, 'A02').flatMap((row) => {
        const [since, from] = [textOf(row, 'positionLevelSince'), textOf(row, 'appointedOn')];
        if (since === '' || from === '' || !isBefore(from, since) || isRaisedOn(sets, row, since)) return [];
        return [
          fault(
            'A02',
            row,
            'positionLevelSince',
            `“${postName(row)}”的任职务层次时间 ${printDate(since)} 晚于任职时间 ${printDate(from)}，请核对。`,
          ),
        ];
      }),
  },
  {
    id: 'primary-post',
    label: '主职务标识不唯一',
    topic: '职务',
    level: 'warning',
    effectiveFrom,
    source,
    find: (sets, { today }) => {
      const held = heldPosts(sets, today);
      const primary = held.filter((row) => textOf(row, 'isPrimary') === '1');
      const [only] = held;
      if (held.length === 0 || primary.length === 1 || !only) return [];
      if (primary.length > 1)
        return [fault('A02', primary[1], 'isPrimary', `有 ${primary.length} 个职务标为主职务，请只留一个。`)];
      const repair =
        held.length === 1 ? settingRow('标为主职务', 'A02', only.id, { isPrimary: '1' }) : undefined;
      return [fault('A02', only, 'isPrimary', '现任职务中没有标明主职务，请标明。', repair)];
    },
  },
  {
    id: 'post-unit-missing',
    label: '现任职务没有对应机构',
    topic: '职务',
    level: 'warning',
    effectiveFrom,
    source,
    find: (sets, world) =>
      heldPosts(sets, world.today).flatMap((row) => {
        const unit = textOf(row, 'orgCode');
        if (unit !== '' && world.unit(unit)) return [];
        return [fault('A02', row, 'orgCode', `现任“${postName(row)}”没有对应到机构，请选择任职机构。`)];
      }),
  },
  {
    id: 'post-unit-ended',
    label: '任职机构已撤销',
    topic: '职务',
    level: 'error',
    effectiveFrom,
    source,
    find: (sets, world) =>
      heldPosts(sets, world.today).flatMap((row) => {
        const unit = world.unit(textOf(row, 'orgCode'));
        if (!unit || unit.endedOn === '' || unit.endedOn > world.today) return [];
        return [
          fault(
            'A02',
            row,
            'orgCode',
            `${unit.name}已于 ${printDate(unit.endedOn)} 撤销或并入其他机构，“${postName(row)}”仍为在任，请核对。`,
          ),
        ];
      }),
  },
  {
    id: 'post-before-unit',
    label: '任职时机构尚未设立',
    topic: '职务',
    level: 'warning',
    effectiveFrom,
    source,
    find: (sets, world) =>
      rowsOfSet(sets, 'A02').flatMap((row) => {
        const unit = world.unit(textOf(row, 'orgCode'));
        const from = textOf(row, 'appointedOn');
        if (!unit || unit.foundedOn === '' || from === '' || !isBefore(from, unit.foundedOn)) return [];
        return [
          fault(
            'A02',
            row,
            'appointedOn',
            `“${postName(row)}”的任职时间 ${printDate(from)} 早于${unit.name}的设立时间 ${printDate(unit.foundedOn)}，请核对。`,
          ),
        ];
      }),
  },
  {
    id: 'post-without-slot',
    label: '班子职务没有对应职位',
    topic: '职务',
    level: 'hint',
    effectiveFrom,
    source: '职数管理：在职即应有职位',
    find: (sets, world) =>
      heldPosts(sets, world.today).flatMap((row) => {
        const unit = world.unit(textOf(row, 'orgCode'));
        if (!unit || unit.slots.length === 0 || textOf(row, 'teamMemberTypeCode') === '') return [];
        if (textOf(row, 'isTeamMember') === '0' || unit.slots.some(({ id }) => id === textOf(row, 'slotId')))
          return [];
        const [slot, ...others] = unit.slots.filter(({ title }) => title === textOf(row, 'postTitle'));
        const repair =
          slot && others.length === 0
            ? settingRow(`对应到职位“${slot.title}”`, 'A02', row.id, { slotId: slot.id })
            : undefined;
        return [
          fault(
            'A02',
            row,
            'slotId',
            `现任“${postName(row)}”没有对应到${unit.name}的职位，请在班子页面指定。`,
            repair,
          ),
        ];
      }),
  },
  {
    id: 'post-text-missing',
    label: '没有现任职务全称',
    topic: '职务',
    level: 'warning',
    effectiveFrom,
    source,
    find: (sets, { today }) => {
      const person = personRow(sets);
      if (!person || textOf(person, 'currentPostFull') !== '' || heldPosts(sets, today).length === 0)
        return [];
      return [
        fault(
          'A01',
          person,
          'currentPostFull',
          '有现任职务，“现职务全称”没有填写，任免审批表将不印职务，请补填。',
        ),
      ];
    },
  },
  {
    id: 'post-text-differs',
    label: '现任职务全称与职务记录不一致',
    topic: '职务',
    level: 'hint',
    effectiveFrom,
    source,
    find: (sets, { today }) => {
      const person = personRow(sets);
      const text = plain(textOf(person, 'currentPostFull'));
      const held = rowsOfSet(sets, 'A02').filter(
        (row) => isHeld(row, today) && textOf(row, 'isPrinted') !== '0' && textOf(row, 'postTitle') !== '',
      );
      if (!person || text === '' || held.length === 0) return [];
      const missing = held.filter((row) => !text.includes(plain(textOf(row, 'postTitle'))));
      const [first] = missing;
      if (!first) return [];
      return [
        fault('A01', person, 'currentPostFull', `“现职务全称”中没有现任的“${postName(first)}”，请核对两处。`),
      ];
    },
  },
];

/** Does the history of levels say that the level of a post began on this date, as it does when somebody is raised in it? */
function isRaisedOn(sets: SubjectSets, post: RecordRow, since: string): boolean {
  const level = textOf(post, 'positionLevelCode');
  return rowsOfSet(sets, 'A05').some((row) => {
    const approved = textOf(row, 'approvedOn');
    const isMeant = approved !== '' && !isBefore(approved, since) && !isBefore(since, approved);
    return isMeant && level !== '' && textOf(row, 'levelOrRankCode') === level;
  });
}

/** A text without what separates words. */
function plain(text: string): string {
  return text.replaceAll(/[\s、，,；;（）()·]/gu, '');
}
