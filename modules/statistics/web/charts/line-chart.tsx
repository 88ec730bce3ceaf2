import { Legend } from './band-chart.tsx';
import { lineColour } from './shades.ts';

export interface Line {
  readonly label: string;
  /** One for each mark of the axis. */
  readonly values: readonly number[];
}

const [width, height, left, bottom] = [640, 260, 44, 26];

/** Numbers over dates: one line each, with the first and last value written. */
export function LineChart({
  label,
  marks,
  lines,
}: {
  label: string;
  marks: readonly string[];
  lines: readonly Line[];
}) {
  const most = Math.max(1, ...lines.flatMap(({ values }) => values));
  const x = (index: number): number =>
    left + 8 + (index * (width - left - 40)) / Math.max(1, marks.length - 1);
  const y = (value: number): number => height - bottom - (value / most) * (height - bottom - 14);
  return (
    <div className="stats-lines">
      <Legend labels={lines.map((line) => line.label)} colours={lines.map((_, place) => lineColour(place))} />
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line x1={left} x2={width - 8} y1={y(most * part)} y2={y(most * part)} stroke="#dfe1e0" />
            <text x={left - 6} y={y(most * part) + 4} textAnchor="end">
              {Math.round(most * part)}
            </text>
          </g>
        ))}
        {marks.map((mark, index) => (
          <text key={mark} x={x(index)} y={height - 8} textAnchor="middle">
            {mark}
          </text>
        ))}
        {lines.map((line, place) => (
          <g key={`${place} ${line.label}`}>
            <polyline
              points={line.values.map((value, index) => `${x(index)},${y(value)}`).join(' ')}
              fill="none"
              stroke={lineColour(place)}
              strokeWidth="2"
            />
            {line.values.map((value, index) => (
              <circle key={marks[index]} cx={x(index)} cy={y(value)} r="2.5" fill={lineColour(place)}>
                <title>{`${line.label} ${marks[index] ?? ''}：${value}`}</title>
              </circle>
            ))}
            <text x={width - 30} y={y(line.values.at(-1) ?? 0) - 5}>
              {line.values.at(-1) ?? ''}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
