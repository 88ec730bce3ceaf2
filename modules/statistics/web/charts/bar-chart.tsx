/** Bars from the left, one below the other: a label, a bar, its number. */
export function BarChart({
  label,
  bars,
}: {
  label: string;
  bars: readonly { readonly label: string; readonly count: number }[];
}) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <div className="stats-bars" role="img" aria-label={label}>
      {bars.map((bar, index) => (
        <div key={`${index} ${bar.label}`} className="stats-bars-line">
          <span className="stats-bars-label">{bar.label}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect x="0" y="1" height="8" width={(bar.count / most) * 100} fill="#3d858e" />
          </svg>
          <span className="stats-bars-number">{bar.count}</span>
        </div>
      ))}
    </div>
  );
}
