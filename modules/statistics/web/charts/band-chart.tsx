import { shadeOf } from './shades.ts';

export interface Band {
  readonly label: string;
  readonly parts: readonly number[];
}

/** 结构条: each line is a whole, divided into the same parts; the legend names them. */
export function BandChart({
  label,
  legend,
  bands,
}: {
  label: string;
  legend: readonly string[];
  bands: readonly Band[];
}) {
  return (
    <div className="stats-bands" role="img" aria-label={label}>
      <Legend labels={legend} colours={legend.map((_, index) => shadeOf(index, legend.length))} />
      {bands.map((band, index) => (
        <div key={`${index} ${band.label}`} className="stats-bars-line">
          <span className="stats-bars-label">{band.label}</span>
          <BandLine parts={band.parts} />
          <span className="stats-bars-number">{band.parts.reduce((sum, part) => sum + part, 0)}</span>
        </div>
      ))}
    </div>
  );
}

function BandLine({ parts }: { parts: readonly number[] }) {
  const total = Math.max(
    1,
    parts.reduce((sum, part) => sum + part, 0),
  );
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      {parts.map((part, index) => {
        const width = (part / total) * 100;
        const before = parts.slice(0, index).reduce((sum, one) => sum + one, 0);
        return (
          <rect
            key={index}
            x={(before / total) * 100}
            y="0.5"
            width={width}
            height="9"
            fill={shadeOf(index, parts.length)}
          />
        );
      })}
    </svg>
  );
}

export function Legend({ labels, colours }: { labels: readonly string[]; colours: readonly string[] }) {
  return (
    <p className="stats-legend">
      {labels.map((label, index) => (
        <span key={`${index} ${label}`}>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <rect width="10" height="10" fill={colours[index]} />
          </svg>
          {label}
        </span>
      ))}
    </p>
  );
}
