import type { ReactNode } from 'react';
import { careerRange, lanesOf, type Career, type CareerLane } from './career.ts';
import { YearMarks } from './year-marks.tsx';
import './career.css';

export interface CareerAxisProps {
  readonly people: readonly { readonly id: string; readonly name: ReactNode; readonly career: Career }[];
  /** The month that lasts until now, counted from year 0. */
  readonly now: number;
}

/** The careers of one or several people on one axis: levels, ranks, posts and résumé with their lengths. */
export function CareerAxis({ people, now }: CareerAxisProps) {
  const range = careerRange(
    people.map(({ career }) => career),
    now,
  );
  if (!range) return <p className="soft-text">没有带起止时间的任职经历。</p>;
  const place = (month: number): number => ((month - range.from) / (range.to - range.from)) * 100;
  return (
    <div className="career" role="group" aria-label="任职经历">
      <div className="career-row">
        <span />
        <YearMarks from={range.from} to={range.to} place={place} />
      </div>
      {people.map(({ id, name, career }) => (
        <section key={id} className="career-person">
          <h3 className="career-name">{name}</h3>
          {lanesOf(career, now).map((lane, index) => (
            <Lane key={`${lane.label} ${index}`} lane={lane} place={place} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Lane({ lane: { label, bars }, place }: { lane: CareerLane; place: (month: number) => number }) {
  return (
    <div className="career-row">
      <span className="career-lane-name">{label}</span>
      <ul className="career-lane">
        {bars.map((bar) => (
          <li
            key={`${bar.from} ${bar.label}`}
            className={bar.open ? 'career-bar is-open' : 'career-bar'}
            style={{ left: `${place(bar.from)}%`, width: `${place(bar.to) - place(bar.from)}%` }}
            title={`${bar.label}\n${bar.dates}`}
          >
            <span>{bar.label}</span>
            <span className="visually-hidden">{bar.dates}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
