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
  const ticks = ticksTo(Math.max(1, ...lines.flatMap(({ values }) => values)));
  const most = ticks.at(-1) ?? 1;
  const x = (index: number): number =>
    left + 8 + (index * (width - left - 60)) / Math.max(1, marks.length - 1);
  const y = (value: number): number => height - bottom - (value / most) * (height - bottom - 14);
  const ends = spread(
    lines.map(({ values }) => y(values.at(-1) ?? 0) + 4),
    height - bottom + 4,
  );
  return (
    <div className="stats-lines">
      <Legend labels={lines.map((line) => line.label)} colours={lines.map((_, place) => lineColour(place))} />
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={left} x2={width - 8} y1={y(tick)} y2={y(tick)} stroke="#dfe1e0" />
            <text x={left - 6} y={y(tick) + 4} textAnchor="end">
              {tick}
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
            <text x={width - 44} y={ends[place]}>
              {line.values.at(-1) ?? ''}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

/** Round numbers of people from 0 to at least `most`, three to six of them. */
export function ticksTo(most: number): readonly number[] {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough) ?? rough;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step);
}

/** The places of the last numbers, moved up as far as they would stand on each other; `lowest` is below all. */
export function spread(places: readonly number[], lowest: number, apart = 12): readonly number[] {
  const moved = [...places];
  let limit = lowest;
  for (const { index, at } of places.map((at, index) => ({ at, index })).toSorted((a, b) => b.at - a.at)) {
    moved[index] = Math.min(at, limit);
    limit = (moved[index] ?? at) - apart;
  }
  return moved;
}
