import type { ReactNode } from 'react';

export interface Bar {
  readonly label: string;
  readonly count: number;
}

/** Bars from the left, one below the other: a label, a bar, its number, which may be a way to the names. */
export function BarChart<One extends Bar>({
  label,
  bars,
  number,
}: {
  label: string;
  bars: readonly One[];
  number?: (bar: One) => ReactNode;
}) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <div className="stats-bars" role={number ? 'group' : 'img'} aria-label={label}>
      {bars.map((bar, index) => (
        <div key={`${index} ${bar.label}`} className="stats-bars-line">
          <span className="stats-bars-label">{bar.label}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect x="0" y="1" height="8" width={(bar.count / most) * 100} fill="#3d858e" />
          </svg>
          <span className="stats-bars-number">{number ? number(bar) : bar.count}</span>
        </div>
      ))}
    </div>
  );
}
