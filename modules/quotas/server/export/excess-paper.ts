import { buckets, isRankGroup } from '#modules/quotas';
import type { NamedPlace } from '../names.ts';
import { readNumber } from '../column-views.ts';
import { linesOf, namesOf } from '../quota-list.ts';
import type { QuotaSight } from '../quota-office.ts';
import { unitNameOf } from '../told.ts';
import { numbers, words, type Paper } from './paper.ts';

/**
 * 超职数消化情况: what was in excess at the beginning of the year, how it went down since, and what is left. `before` is the
 * same sight on the last day of the year before.
 */
export function excessPaper(sight: QuotaSight, before: QuotaSight, unit: string | undefined): Paper {
  const [now, then] = [linesOf(sight, unit), linesOf(before, unit)];
  const key = (line: { place: number; bucket: string }) => `${line.place} ${line.bucket}`;
  const nowByKey = new Map(now.map((line) => [key(line), line]));
  const thenByKey = new Map(then.map((line) => [key(line), line]));
  const keys = [...new Set([...then, ...now].filter(({ excess }) => excess > 0).map(key))];
  const nowNames = namesOf(
    sight,
    now.filter((line) => keys.includes(key(line))),
  );
  const thenNames = namesOf(
    before,
    then.filter((line) => keys.includes(key(line))),
  );
  const left = readNumber(sight.engine.resolve('monthsToRetirement', sight.day));
  const counted = (names: readonly NamedPlace[] = []) => names.filter(({ place }) => place.reason === null);
  const rows = keys
    .flatMap((each) => {
      const [today, start] = [nowByKey.get(each), thenByKey.get(each)];
      const line = today ?? start;
      return line ? [{ today, start, line }] : [];
    })
    .toSorted((a, b) => a.line.place - b.line.place)
    .map(({ today, start, line }) => {
      const here = counted(today && nowNames.get(today));
      const ids = new Set(here.map(({ id }) => id));
      const gone = counted(start && thenNames.get(start)).filter(({ id }) => !ids.has(id));
      const retired = gone.filter(({ career }) => career.leftOn <= sight.day).length;
      const due = here.filter(({ person }) => {
        if (!sight.seesPerson(person)) return false;
        const months = left(person);
        return months !== null && months >= 0 && months <= 12;
      });
      return {
        cells: [
          unitNameOf(sight, line.place),
          buckets[line.bucket].label,
          line.approved,
          start?.filled ?? 0,
          start?.excess ?? 0,
          retired,
          gone.length - retired,
          today?.filled ?? 0,
          today?.excess ?? 0,
          due.length,
          isRankGroup(line.bucket) ? '' : due.map(({ name }) => name).join('、'),
        ],
      };
    });
  return {
    columns: [words(28), words(18), ...numbers(8, 8), words(20)],
    head: [
      {
        cells: [
          { value: '单位', rowSpan: 2 },
          { value: '职数类别', rowSpan: 2 },
          { value: '核定', rowSpan: 2 },
          { value: '年初', columnSpan: 2 },
          { value: '本年减少', columnSpan: 2 },
          { value: '现有', columnSpan: 2 },
          { value: '12个月内到龄', columnSpan: 2 },
        ],
      },
      { cells: ['实配', '超配', '退休、退出', '任免、晋升', '实配', '超配', '人数', '姓名'] },
    ],
    rows,
    notes: [`年初为${before.asOf.slice(0, 4)}年12月31日的情况。到龄只计管理范围内的人员。`],
  };
}

/** The last day of the year before a day. */
export function yearBefore(asOf: string): string {
  return `${Number(asOf.slice(0, 4)) - 1}-12-31`;
}
