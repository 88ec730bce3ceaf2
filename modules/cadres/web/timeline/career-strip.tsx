import { lanesOf, type Career } from './career.ts';
import './career.css';

export interface CareerStripProps {
  readonly career: Career;
  /** Months from year 0 between which everybody's strip is drawn. */
  readonly from: number;
  readonly to: number;
  readonly now: number;
}

/** A career as one line for lists: a step for each level, or for each post where no level is recorded. */
export function CareerStrip({ career, from, to, now }: CareerStripProps) {
  const [lane] = lanesOf(career, now);
  const bars = lane?.bars ?? [];
  const place = (month: number): number => ((month - from) / (to - from)) * 100;
  const said = bars.map((bar) => `${bar.label} ${bar.dates}`).join('；');
  return (
    <span className="career-strip" role="img" aria-label={said || '没有任职经历'} title={said}>
      {bars.map((bar, index) => (
        <span
          key={`${bar.from} ${bar.label}`}
          style={{
            left: `${place(bar.from)}%`,
            width: `${place(bar.to) - place(bar.from)}%`,
            opacity: 0.3 + (0.7 * (index + 1)) / bars.length,
          }}
        />
      ))}
    </span>
  );
}
