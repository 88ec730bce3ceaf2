import type { HomeCounts } from './key-figures.tsx';
import { QuestionLink } from './question-link.tsx';

interface MonthBarsProps {
  readonly months: HomeCounts['alerts'][number]['months'];
  readonly asOf: string | undefined;
}

/** How many people in each month; each opens its names. */
export function MonthBars({ months, asOf }: MonthBarsProps) {
  const most = Math.max(1, ...months.map(({ count }) => count));
  const years = Map.groupBy(months, ({ month }) => month.slice(0, 4));
  return (
    <div className="home-months">
      {[...years].map(([year, list]) => (
        <div key={year} className="home-year" style={{ flexGrow: list.length }}>
          <ol aria-label={`${year}年各月人数`}>
            {list.map(({ month, label, count, question }) => (
              <li key={month}>
                <QuestionLink question={question} asOf={asOf} label={`${year}年${label} ${count} 人`}>
                  <span className="home-month-count">{count > 0 ? count : ''}</span>
                  <span className="home-month-bar" style={{ height: `${(count / most) * 3.2}rem` }} />
                  <span className="home-month-name">{Number(month.slice(5))}</span>
                </QuestionLink>
              </li>
            ))}
          </ol>
          <span className="home-year-name">{year}年</span>
        </div>
      ))}
    </div>
  );
}
