import { monthsBetween, type Fact, type HeldSpan } from '#engine';
import { flag } from './flag.ts';
import { levelSpan, postSpan, spanEnds } from './spans.ts';

/** 是否在任 and 任职月数 of the rows of posts (A02) and of levels and ranks (A05). */
export const rowFacts: readonly Fact[] = [
  ...spanFacts('A02', postSpan, '是否在任', '任职月数'),
  ...spanFacts('A05', levelSpan, '是否现任', '任职月数'),
];

/** Months are counted to the end or the reference date; null where nobody knows how long it was. */
function spanFacts(set: string, columns: HeldSpan, heldLabel: string, monthsLabel: string): Fact[] {
  return [
    {
      of: 'row',
      set,
      name: `${set}.isHeld`,
      stepwise: true,
      label: heldLabel,
      kind: 'code',
      codes: 'XZ09',
      bind(reader) {
        const isHeld = reader.isHeld(columns);
        return (row) => flag(isHeld(row));
      },
    },
    {
      of: 'row',
      set,
      name: `${set}.months`,
      label: monthsLabel,
      kind: 'number',
      unit: '月',
      bind(reader, asOf) {
        const from = reader.dates(columns.from);
        const end = spanEnds(reader, columns, asOf);
        return (row) => {
          const start = from(row);
          const stop = end(row);
          return start === null || stop === null ? null : monthsBetween(start, stop);
        };
      },
    },
  ];
}
