interface YearMarksProps {
  /** Months from year 0, whole years. */
  readonly from: number;
  readonly to: number;
  /** Where a month stands, in per cent. */
  readonly place: (month: number) => number;
}

/** The years along a time axis, as many as can be read. */
export function YearMarks({ from, to, place }: YearMarksProps) {
  const years = (to - from) / 12;
  const every = years > 30 ? 10 : years > 12 ? 5 : years > 6 ? 2 : 1;
  const marks: number[] = [];
  for (let year = Math.ceil(from / 12 / every) * every; year * 12 < to; year += every) marks.push(year);
  return (
    <div className="timeline-axis" aria-hidden="true">
      {marks.map((year) => (
        <span key={year} style={{ left: `${place(year * 12)}%` }}>
          {year}
        </span>
      ))}
    </div>
  );
}
