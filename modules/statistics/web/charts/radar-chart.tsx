import { Legend } from './band-chart.tsx';
import { lineColour } from './shades.ts';

const size = 280;
/** Room for the names of the axes to the left and right. */
const margin = 50;
const radius = 92;

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
      <svg viewBox={`${-margin} 0 ${size + 2 * margin} ${size}`} role="img" aria-label={label}>
        {[0.25, 0.5, 0.75, 1].map((part) => (
          <polygon key={part} points={ring(part)} fill="none" stroke="#dfe1e0" />
        ))}
        {axes.map((axis, index) => {
          const [x = '0', y = '0'] = point(index, 1.14).split(',');
          const side = Math.round(Number(x) - size / 2);
          const anchor = side === 0 ? 'middle' : side < 0 ? 'end' : 'start';
          return (
            <text key={axis} x={x} y={y} textAnchor={anchor} dominantBaseline="middle">
              {axis}
            </text>
          );
        })}
        {teams.map(({ name, shares }, place) => (
          <polygon
            key={`${place} ${name}`}
            points={shares.map((share, index) => point(index, (share ?? 0) / 100)).join(' ')}
            fill={lineColour(place)}
            fillOpacity="0.12"
            stroke={lineColour(place)}
            strokeWidth="2"
          />
        ))}
      </svg>
      <Legend labels={teams.map(({ name }) => name)} colours={teams.map((_, place) => lineColour(place))} />
    </div>
  );
}
