import { compareDates, printDate, textOf } from '#platform/model';
import type { RecordRule } from '../rule.ts';
import { fault, personRow, rowsOfSet } from './rows.ts';

/** 教育类别 (ZB123): 全日制教育 */
const fullTime = '1';
const source = '干部信息校核要求：学历学位信息';

export const educationRules: readonly RecordRule[] = [
  {
    id: 'study-reversed',
    label: '毕业时间早于入学时间',
    topic: '学历学位',
    level: 'error',
    effectiveFrom: '1949-10-01',
    source,
    find: (sets) =>
      rowsOfSet(sets, 'A08').flatMap((row) => {
        const [from, to] = [textOf(row, 'enrolledOn'), textOf(row, 'graduatedOn')];
        const length = Math.min(from.length, to.length);
        if (length === 0 || compareDates(to.slice(0, length), from.slice(0, length)) >= 0) return [];
        return [
          fault(
            'A08',
            row,
            'graduatedOn',
            `${textOf(row, 'school')}的毕业时间 ${printDate(to)} 早于入学时间 ${printDate(from)}，请改正。`,
          ),
        ];
      }),
  },
  {
    id: 'full-time-study-after-work',
    label: '参加工作后的全日制学历',
    topic: '学历学位',
    level: 'warning',
    effectiveFrom: '1949-10-01',
    source,
    find(sets) {
      const began = textOf(personRow(sets), 'workStartDate').slice(0, 7);
      if (began.length < 7) return [];
      return rowsOfSet(sets, 'A08').flatMap((row) => {
        const graduated = textOf(row, 'graduatedOn').slice(0, 7);
        if (textOf(row, 'educationTypeCode') !== fullTime || graduated.length < 7) return [];
        // Somebody who begins work in the month after the graduation is no case.
        if (graduated <= began || isNextMonth(began, graduated)) return [];
        return [
          fault(
            'A08',
            row,
            'graduatedOn',
            `${textOf(row, 'school')}为全日制学历，毕业时间 ${printDate(graduated)} 晚于参加工作时间 ${printDate(began)}，请核对教育类别和时间。`,
          ),
        ];
      });
    },
  },
  {
    id: 'study-too-young',
    label: '毕业时年龄过小',
    topic: '学历学位',
    level: 'warning',
    effectiveFrom: '1949-10-01',
    source,
    parameter: { label: '取得大专以上学历的最小年龄', unit: '周岁', value: 18, least: 14, most: 22 },
    find(sets, _world, least) {
      const born = Number(textOf(personRow(sets), 'birthDate').slice(0, 4));
      if (born === 0) return [];
      return rowsOfSet(sets, 'A08').flatMap((row) => {
        const year = Number(textOf(row, 'graduatedOn').slice(0, 4));
        const isHigher = /^[123]/.test(textOf(row, 'educationCode'));
        if (year === 0 || !isHigher || year - born >= least) return [];
        return [
          fault(
            'A08',
            row,
            'graduatedOn',
            `${textOf(row, 'school')}毕业时只有 ${year - born} 岁，请核对出生日期和毕业时间。`,
          ),
        ];
      });
    },
  },
];

function isNextMonth(month: string, later: string): boolean {
  const [a, b] = [month, later].map((text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)));
  return (b ?? 0) - (a ?? 0) === 1;
}
