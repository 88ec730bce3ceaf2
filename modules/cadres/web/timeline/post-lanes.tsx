import { useMemo } from 'react';
import { textOf, type RecordRow } from '#platform/model';
import { useUnits } from '#modules/organization/web';
import type { CadreData } from '../person/use-cadre.ts';
import { lanesOf } from './career.ts';

/** 已免: without the date of its end nobody knows how long the post was held. */
const over = '0';

interface PostLanesProps {
  readonly person: CadreData;
  readonly place: (month: number) => number;
  readonly now: number;
}

/** The posts of the records (A02) above the résumé: where, as what, and how long. */
export function PostLanes({ person, place, now }: PostLanesProps) {
  const { nameOf } = useUnits();
  const stored = person.sets['A02']?.rows;
  const lanes = useMemo(() => {
    const posts = ((stored ?? []) as readonly RecordRow[])
      .filter((row) => textOf(row, 'removedOn') !== '' || textOf(row, 'tenureStatusCode') !== over)
      .map((row) => ({
        from: textOf(row, 'appointedOn'),
        to: textOf(row, 'removedOn') || null,
        unit: nameOf(textOf(row, 'orgCode')) || textOf(row, 'orgName'),
        title: textOf(row, 'postTitle'),
        level: '',
      }));
    return lanesOf({ resume: [], posts, levels: [], ranks: [] }, now);
  }, [stored, nameOf, now]);
  // What begins before the résumé does is cut off at its beginning.
  const at = (month: number): number => Math.min(100, Math.max(0, place(month)));
  return lanes.map(({ label, bars }, index) => (
    <div
      key={`${label} ${index}`}
      className="timeline-lane"
      role="img"
      aria-label={`职务：${bars.map((bar) => `${bar.label} ${bar.dates}`).join('，')}`}
    >
      {label !== '' && <span className="timeline-lane-name">{label}</span>}
      {bars.map((bar) => (
        <span
          key={`${bar.from} ${bar.label}`}
          style={{ left: `${at(bar.from)}%`, width: `${at(bar.to) - at(bar.from)}%` }}
          title={`${bar.label}\n${bar.dates}`}
        >
          {bar.label}
        </span>
      ))}
    </div>
  ));
}
