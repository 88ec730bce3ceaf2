const size = 280;
const radius = 92;
const colours = ['#0b5a63', '#b3261e', '#8a6d1d', '#5a6066'];

/** Shares of several teams on the same axes, from 0 in the middle to 100 per cent outside. */
export function RadarChart({
  label,
  axes,
  teams,
}: {
  label: string;
  axes: readonly string[];
  teams: readonly { readonly name: string; readonly shares: readonly (number | null)[] }[];
}) {
  const point = (index: number, part: number): string => {
    const angle = (index / axes.length) * 2 * Math.PI - Math.PI / 2;
    return `${size / 2 + Math.cos(angle) * radius * part},${size / 2 + Math.sin(angle) * radius * part}`;
  };
  const ring = (part: number): string => axes.map((_, index) => point(index, part)).join(' ');
  return (
    <div className="stats-radar">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
        {[0.25, 0.5, 0.75, 1].map((part) => (
          <polygon key={part} points={ring(part)} fill="none" stroke="#dfe1e0" />
        ))}
        {axes.map((axis, index) => {
          const [x = '0', y = '0'] = point(index, 1.16).split(',');
          return (
            <text key={axis} x={x} y={y} textAnchor="middle" dominantBaseline="middle">
              {axis}
            </text>
          );
        })}
        {teams.map(({ name, shares }, place) => (
          <polygon
            key={`${place} ${name}`}
            points={shares.map((share, index) => point(index, (share ?? 0) / 100)).join(' ')}
            fill={colours[place % colours.length]}
            fillOpacity="0.12"
            stroke={colours[place % colours.length]}
            strokeWidth="2"
          />
        ))}
      </svg>
      <p className="stats-legend">
        {teams.map(({ name }, place) => (
          <span key={`${place} ${name}`}>
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <rect width="10" height="10" fill={colours[place % colours.length]} />
            </svg>
            {name}
          </span>
        ))}
      </p>
    </div>
  );
}
