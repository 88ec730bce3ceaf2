import type { QuotaLine } from '#modules/quotas';
import type { Store } from '#platform/server';
import type { NamedPlace } from '../names.ts';
import { linesOf, namesOf } from '../quota-list.ts';
import type { QuotaSight } from '../quota-office.ts';
import { outOfReach, unitOf } from '../told.ts';
import { numbers, words, type Paper } from './paper.ts';

const shown = ['principal', 'deputy', 'member'] as const;

/** 领导班子职数配备一览: numbers of 正职 and 副职, who fills them and who does not count. */
export function teamPaper(store: Store, sight: QuotaSight, unit: string | undefined): Paper {
  const lines = linesOf(sight, unit).filter(({ bucket }) => shown.some((each) => each === bucket));
  const names = namesOf(sight, lines);
  const nameOf = ({ person, name }: NamedPlace): string => (sight.seesPerson(person) ? name : outOfReach);
  const rows = [...Map.groupBy(lines, ({ place }) => place)].map(([place, own]) => {
    const { name, level, isEnded } = unitOf(store, sight, place);
    const lineOf = (bucket: string) => own.find((line) => line.bucket === bucket);
    const [principal, deputy] = [lineOf('principal'), lineOf('deputy')];
    const each = (read: (line: QuotaLine) => number | null) =>
      [principal, deputy].map((line) => (line ? read(line) : null));
    const filled = shown.flatMap((bucket) => {
      const line = lineOf(bucket);
      const counted = (line ? (names.get(line) ?? []) : []).filter(
        ({ place: { reason } }) => reason === null,
      );
      return counted.length === 0 ? [] : [`${labels[bucket]}：${counted.map(nameOf).join('、')}`];
    });
    const others = own
      .flatMap((line) => names.get(line) ?? [])
      .filter(({ place: { reason } }) => reason !== null)
      .map((named) => `${nameOf(named)}（${sight.seesPerson(named.person) ? named.reason : '不占职数'}）`);
    return {
      cells: [
        isEnded ? `${name}（已撤销）` : name,
        level,
        ...each(({ approved }) => approved),
        ...each((line) => line.filled),
        ...each(({ vacancy }) => vacancy),
        ...each(({ excess }) => excess),
        others.join('；'),
        filled.join('\n'),
      ],
    };
  });
  const pair = ['正职', '副职'];
  return {
    columns: [words(24), { width: 9 }, ...numbers(8, 6), words(26), words(38)],
    head: [
      {
        cells: [
          { value: '单位', rowSpan: 2 },
          { value: '规格', rowSpan: 2 },
          ...['核定', '实配', '空缺', '超配'].map((value) => ({ value, columnSpan: 2 })),
          { value: '不占职数人员', rowSpan: 2 },
          { value: '任职人员', rowSpan: 2 },
        ],
      },
      { cells: [...pair, ...pair, ...pair, ...pair] },
    ],
    rows,
  };
}

const labels = { principal: '正职', deputy: '副职', member: '其他成员' } as const;
