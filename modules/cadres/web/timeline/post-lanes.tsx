import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { textOf, type RecordRow } from '#platform/model';
import { useCan } from '#platform/web';
import { useUnits } from '#modules/organization/web';
import type { CadreData } from '../person/use-cadre.ts';
import { stackedBars } from './career.ts';

/** 已免: without the date of its end nobody knows how long the post was held. */
const over = '0';

interface PostLanesProps {
  readonly person: CadreData;
  readonly place: (month: number) => number;
  readonly now: number;
}

/** The posts of the records (A02) above the résumé: where, as what, and how long. Each opens who else held it (历任). */
export function PostLanes({ person, place, now }: PostLanesProps) {
  const { forest, nameOf } = useUnits();
  const mayOpen = useCan('quota:read');
  const stored = person.sets['A02']?.rows;
  const lanes = useMemo(() => {
    const posts = ((stored ?? []) as readonly RecordRow[])
      .filter((row) => textOf(row, 'removedOn') !== '' || textOf(row, 'tenureStatusCode') !== over)
      .map((row) => ({
        from: textOf(row, 'appointedOn'),
        to: textOf(row, 'removedOn') || null,
        unit: textOf(row, 'orgCode'),
        unitName: nameOf(textOf(row, 'orgCode')) || textOf(row, 'orgName'),
        title: textOf(row, 'postTitle'),
        slot: textOf(row, 'slotId'),
      }));
    return stackedBars(posts, ({ unitName, title }) => `${unitName}${title}`, now);
  }, [stored, nameOf, now]);
  // What begins before the résumé does is cut off at its beginning.
  const at = (month: number): number => Math.min(100, Math.max(0, place(month)));
  return lanes.map((bars, index) => (
    <div key={index} className="timeline-lane" role="group" aria-label="职务">
      {index === 0 && (
        <span className="timeline-lane-name" aria-hidden="true">
          职务
        </span>
      )}
      {bars.map(({ of: { unit, slot, title }, from, to, label, dates }) => {
        const key = `${from} ${label}`;
        const given = {
          className: 'timeline-post',
          style: { left: `${at(from)}%`, width: `${at(to) - at(from)}%` },
          title: `${label}\n${dates}`,
          'aria-label': `${label} ${dates}`,
        };
        return mayOpen && forest.byId.has(unit) && title !== '' ? (
          <Link
            key={key}
            to="/units/posts"
            search={{ unit, ...(slot === '' ? { title } : { slot }) }}
            {...given}
          >
            {label}
          </Link>
        ) : (
          <span key={key} role="img" {...given}>
            {label}
          </span>
        );
      })}
    </div>
  ));
}
