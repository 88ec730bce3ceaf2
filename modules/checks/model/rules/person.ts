import { isLessExact, printDate, textOf } from '#platform/model';
import { settledDates } from '#modules/cadres';
import type { RecordRule } from '../rule.ts';
import { fault, hasLeft, heldPosts, isSaid, personRow, rowsOfSet, settingRow } from './rows.ts';

/** Rules about A01, the verification of its dates, relatives and the picture. */
export const personRules: readonly RecordRule[] = [
  {
    id: 'verified-differs',
    label: '与三龄认定结果不一致',
    topic: '三龄',
    level: 'error',
    effectiveFrom: '2014-10-01',
    source: '干部人事档案专项审核：以认定结果为准',
    find(sets) {
      const person = personRow(sets);
      if (!person) return [];
      return settledDates(sets).flatMap(({ field, label, value }) => {
        const now = textOf(person, field);
        if (now.startsWith(value)) return [];
        const less = isLessExact(now, value) ? '，不如认定结果具体' : '';
        const shown = now === '' ? '没有填写' : `填为 ${printDate(now)}${less}`;
        return [
          fault(
            'A01',
            person,
            field,
            `${label}已认定为 ${printDate(value)}，现${shown}，请按认定结果更正。`,
            settingRow(`改为 ${printDate(value)}`, 'A01', person.id, { [field]: value }),
          ),
        ];
      });
    },
  },
  {
    id: 'verified-incomplete',
    label: '三龄认定缺依据、认定人或日期',
    topic: '三龄',
    level: 'warning',
    effectiveFrom: '2014-10-01',
    source: '干部人事档案专项审核',
    find: (sets) =>
      rowsOfSet(sets, 'VF01').flatMap((row) => {
        if (isSaid(row, 'withdrawnOn')) return [];
        const labels = { documentName: '依据材料', reviewer: '认定人', verifiedOn: '认定日期' } as const;
        const missing = (['documentName', 'reviewer', 'verifiedOn'] as const).filter(
          (key) => !isSaid(row, key),
        );
        const [first] = missing;
        if (first === undefined) return [];
        const names = missing.map((key) => labels[key]).join('、');
        return [fault('VF01', row, first, `三龄两历认定没有填写${names}，请补填。`)];
      }),
  },
  {
    id: 'initials-differ',
    label: '姓名拼音首字母与姓名不符',
    topic: '身份信息',
    level: 'hint',
    effectiveFrom: '1949-10-01',
    source: '信息集 A0102',
    find(sets, world) {
      const person = personRow(sets);
      const written = textOf(person, 'namePinyinInitials');
      if (!person || written === '') return [];
      const initials = world.initials(textOf(person, 'name'));
      if (initials === '' || written.toUpperCase() === initials) return [];
      return [
        fault(
          'A01',
          person,
          'namePinyinInitials',
          `姓名拼音首字母“${written}”与姓名不符，通常为“${initials}”。`,
        ),
      ];
    },
  },
  {
    id: 'family-missing',
    label: '没有家庭成员信息',
    topic: '家庭成员',
    level: 'warning',
    effectiveFrom: '1949-10-01',
    source: '任免审批表填写要求：家庭主要成员及重要社会关系',
    find(sets, { today }) {
      if (rowsOfSet(sets, 'A36').length > 0 || heldPosts(sets, today).length === 0) return [];
      if (hasLeft(sets, today)) return [];
      return [fault('A36', undefined, 'name', '没有填写家庭主要成员及重要社会关系，请补填。')];
    },
  },
  {
    id: 'photo-old',
    label: '照片拍摄时间过久',
    topic: '照片',
    level: 'hint',
    effectiveFrom: '1949-10-01',
    source: '任免审批表填写要求：近期免冠照片',
    parameter: { label: '最长', unit: '年', value: 2, least: 1, most: 20 },
    find(sets, { today }, years) {
      const [photo] = rowsOfSet(sets, 'A57');
      const taken = textOf(photo, 'takenOn');
      if (!photo || taken === '') return [];
      const limit = `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;
      if (taken >= limit.slice(0, taken.length)) return [];
      return [
        fault('A57', photo, 'takenOn', `照片拍摄于 ${printDate(taken)}，已超过 ${years} 年，请更换近照。`),
      ];
    },
  },
];
