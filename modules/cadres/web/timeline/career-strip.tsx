import { careerSteps, type Career, type CareerBar } from './career.ts';
import './career.css';

export interface CareerStripProps {
  readonly career: Career;
  /** Months from year 0 between which everybody's strip is drawn. */
  readonly from: number;
  readonly to: number;
  readonly now: number;
}

/** A career as one line for lists: a step for each level, darker the higher it stands, and below it where that was. */
export function CareerStrip({ career, from, to, now }: CareerStripProps) {
  const { steps, places } = careerSteps(career, now);
  const part = (month: number): number =>
    ((Math.min(Math.max(month, from), to) - from) / Math.max(1, to - from)) * 100;
  const style = (bar: CareerBar) => ({
    left: `${part(bar.from)}%`,
    width: `${part(bar.to) - part(bar.from)}%`,
  });
  const said = [...steps, ...places].map(({ label, dates }) => `${label}　${dates}`);
  const inSight = (bar: CareerBar): boolean => bar.to > from && bar.from < to;
  return (
    <span
      className="career-strip"
      role="img"
      aria-label={said.join('；') || '没有任职经历'}
      title={said.join('\n')}
    >
      {steps.filter(inSight).map((bar, index, all) => (
        <span
          key={`${bar.from} ${bar.label}`}
          className="career-step"
          style={{
            ...style(bar),
            background: `color-mix(in srgb, var(--teal) ${8 + Math.round((26 * (index + 1)) / all.length)}%, var(--paper))`,
          }}
        >
          {bar.label}
        </span>
      ))}
      {places.filter(inSight).map((bar) => (
        <span key={`${bar.from} ${bar.label}`} className="career-place" style={style(bar)} />
      ))}
    </span>
  );
}
