import { textOf, writtenOf, type RecordRow } from '#platform/model';
import type { RecordRule } from '../rule.ts';
import { fault, hasLeft, heldPosts, personRow, rowsOfSet } from './rows.ts';

/** What a row says, all of it: a remark that only one of two rows has is not thrown away. */
function contentOf({ id: _id, order: _order, origin: _origin, ...values }: RecordRow): string {
  const said = Object.entries(values).filter(([, value]) => value !== null && value !== '');
  return JSON.stringify(said.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export const appraisalRules: readonly RecordRule[] = [
  {
    id: 'appraisal-missing',
    label: '缺年度考核结果',
    topic: '年度考核',
    level: 'warning',
    effectiveFrom: '2007-01-04',
    source: '公务员考核规定；干部信息校核要求：在职期间每个完整年度均有考核结果',
    parameter: { label: '近几年', unit: '年', value: 5, least: 1, most: 40 },
    /** Years that ended three months ago or more: results are entered in spring. */
    find(sets, { today }, years) {
      const person = personRow(sets);
      const began = textOf(person, 'workStartDate').slice(0, 4);
      if (!person || began === '' || heldPosts(sets, today).length === 0 || hasLeft(sets, today)) return [];
      const last = Number(today.slice(0, 4)) - (today.slice(5, 7) < '04' ? 2 : 1);
      const first = Math.max(Number(began) + 1, last - years + 1);
      const known = new Set(rowsOfSet(sets, 'A15').map((row) => textOf(row, 'year').slice(0, 4)));
      const missing = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
        String(first + index),
      ).filter((year) => !known.has(year));
      if (missing.length === 0) return [];
      return [fault('A15', undefined, 'year', `缺 ${missing.join('、')} 年度考核结果，请补填。`)];
    },
  },
  {
    id: 'appraisal-twice',
    label: '同一年度有多个考核结果',
    topic: '年度考核',
    level: 'error',
    effectiveFrom: '2007-01-04',
    source: '公务员考核规定',
    find(sets) {
      const years = Map.groupBy(rowsOfSet(sets, 'A15'), (row) => textOf(row, 'year').slice(0, 4));
      return [...years].flatMap(([year, rows]) => {
        if (year === '' || rows.length < 2) return [];
        const results = new Set(rows.map((row) => textOf(row, 'resultCode') || writtenOf(row, 'resultCode')));
        const contents = new Set(rows.map(contentOf));
        const message =
          results.size > 1
            ? `${year} 年度有 ${rows.length} 个不同的考核结果，请核对后只留一个。`
            : `${year} 年度考核结果重复填写，请只留一个。`;
        const kept = rows[0]?.id;
        const again = new Set(rows.map(({ id }) => id).filter((id) => id !== kept));
        const repair =
          contents.size > 1
            ? undefined
            : {
                label: '去掉重复',
                apply: (own: typeof sets) => ({
                  A15: rowsOfSet(own, 'A15').filter(({ id }) => !again.has(id)),
                }),
              };
        return [fault('A15', rows[1], 'year', message, repair)];
      });
    },
  },
];
