import type { Store } from '#platform/server';
import { buckets } from '#modules/quotas';
import { headcountTable } from '../headcount.ts';
import type { QuotaSight } from '../quota-office.ts';
import { rankTable } from '../rank-table.ts';
import { vacancyList } from '../vacancies.ts';
import { numbers, words, type Paper } from './paper.ts';

/** 职级职数使用情况, by pool and group of ranks. */
export function rankPaper(store: Store, sight: QuotaSight, unit: string | undefined): Paper {
  const { pools } = rankTable(store, sight, unit);
  return {
    columns: [words(20), { width: 9 }, words(20), ...numbers(8, 8)],
    head: [
      {
        cells: [
          '统筹单位',
          '行政编制',
          '职级',
          '核定',
          '比例测算',
          '实有',
          '其中兼任',
          '空缺',
          '超配',
          '军转首次套转',
          '区级班子',
        ],
      },
    ],
    rows: pools.flatMap(({ unit: { name }, staff, lines }) =>
      lines.map((line, index) => ({
        cells: [
          ...(index === 0
            ? [
                { value: name, rowSpan: lines.length },
                { value: staff, rowSpan: lines.length },
              ]
            : []),
          buckets[line.bucket].label,
          line.approved,
          line.limit,
          line.filled,
          line.concurrent,
          line.vacancy,
          line.excess,
          line.exMilitary,
          line.districtTeam,
        ],
      })),
    ),
    notes: [sight.tools.rules.ratios.source, '军转干部首次套转、区级领导班子成员不计入实有数。'],
  };
}

/** 空缺岗位清单 */
export function vacancyPaper(store: Store, sight: QuotaSight, unit: string | undefined): Paper {
  return {
    columns: [{ width: 6 }, words(28), words(26), { width: 14 }, { width: 10 }, { width: 10 }, words(12)],
    head: [{ cells: ['序号', '单位', '空缺岗位', '空缺时间', '空缺月数', '原任', '空缺原因'] }],
    rows: vacancyList(store, sight, unit).rows.map((row, index) => ({
      cells: [
        index + 1,
        row.unitName,
        row.post,
        row.since ?? '没有任职记录',
        row.months,
        row.last,
        row.reason,
      ],
    })),
  };
}

/** 编制情况 */
export function headcountPaper(store: Store, sight: QuotaSight, unit: string | undefined): Paper {
  const { kinds, rows } = headcountTable(store, sight, unit);
  return {
    columns: [words(28), ...numbers(kinds.length * 3, 6)],
    head: [
      {
        cells: [
          { value: '单位', rowSpan: 2 },
          ...kinds.map(({ label }) => ({ value: label, columnSpan: 3 })),
        ],
      },
      { cells: kinds.flatMap(() => ['核定', '实有', '空编']) },
    ],
    rows: rows.map(({ unit: { name }, kinds: cells }) => ({
      cells: [
        name,
        ...cells.flatMap(({ approved, real, vacant }) =>
          approved === null && real === 0 ? [null, null, null] : [approved, real, vacant],
        ),
      ],
    })),
    notes: ['实有为在职人员，按统计关系所在单位统计；空编为负数的是超编。'],
  };
}
