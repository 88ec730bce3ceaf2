import type { RuleBook } from './rule-book.ts';

const codes = (list: string): readonly string[] => list.split(' ');
const years = (count: number): number => count * 12;

/** The rules as they stand; section numbers are those of the project's reference of the field. */
export const defaultRules: RuleBook = {
  age: {
    effectiveFrom: '1949-10-01',
    source: '干部统计惯例：周岁计算到月',
    value: { precision: 'month' },
  },
  nonParty: {
    effectiveFrom: '1949-10-01',
    source: '干部统计惯例：党外干部不含共青团员',
    value: { leagueMembersCount: false },
  },
  retirement: {
    effectiveFrom: '2025-01-01',
    source: '全国人大常委会关于实施渐进式延迟法定退休年龄的决定；组通字〔2015〕14号',
    value: {
      men: { label: '男职工', base: years(60), delayedFrom: '1965-01', step: 4, most: 36 },
      womenCadres: { label: '原55周岁女职工', base: years(55), delayedFrom: '1970-01', step: 4, most: 36 },
      womenWorkers: { label: '原50周岁女职工', base: years(50), delayedFrom: '1975-01', step: 2, most: 60 },
      workerCategories: ['A0', 'A1', 'A6'],
      workerStaffing: ['4'],
      // 五、六级职员 (905, 906) of institutions correspond to 县处级正职、副职
      seniorLevels: codes('1A01 1A02 1A11 1A12 1A21 1A22 1A31 1A32 901 902 903 904 905 906'),
      // 四级调研员 and above, and the ranks of other categories that correspond to them
      seniorRanks: codes(
        '11 12 13 14 15 16 ' +
          '1B01 1B02 1B03 1B04 1B05 1B06 1C01 1C02 1C03 1C04 1C05 ' +
          '301 302 303 304 305 306 307 401 402 403 404 405 406 407 ' +
          '501 502 503 504 505 506 601 602 603 604 605 606',
      ),
      seniorTitleGrades: ['1', '2'],
    },
  },
  attachment: {
    effectiveFrom: '1949-10-01',
    source: '任职年限计算惯例：挂职时间不计入',
    value: { words: ['挂职'] },
  },
  education: {
    effectiveFrom: '1949-10-01',
    source: '学历分组：研究生、大学、大专、中专、高中；中央党校大专、大学普通班按大专，中技按中专统计',
    value: {
      steps: ['1', '2', '3', '41', '61'],
      names: { 中央党校大专: '3', 大学普通班: '3', 中技: '41' },
    },
  },
  degree: {
    effectiveFrom: '1981-01-01',
    source: '学位分为博士、硕士、学士；名誉博士不是攻读取得的学位',
    value: { steps: ['2', '3', '4'] },
  },
  excellence: {
    effectiveFrom: '1949-10-01',
    source: '干部统计惯例：近三年年度考核',
    value: { years: 3, results: ['1'] },
  },
};
