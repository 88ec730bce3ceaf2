import type { HomeCounts } from './key-figures.tsx';
import { MonthBars } from './month-bars.tsx';
import { QuestionLink } from './question-link.tsx';

interface AlertCardsProps {
  readonly alerts: HomeCounts['alerts'];
  readonly asOf: string | undefined;
}

/** 提醒: the lines of each with how many people they find. */
export function AlertCards({ alerts, asOf }: AlertCardsProps) {
  return (
    <div className="home-alerts">
      {alerts.map(({ id, label, lines, months }) => (
        <section key={id} className="home-alert" aria-label={label}>
          {lines.length === 1 && lines[0]?.label === label ? null : <h3>{label}</h3>}
          <ul>
            {lines.map((line) => (
              <li key={line.label} className={line.count === 0 ? 'is-none' : ''}>
                <QuestionLink question={line.question} asOf={asOf}>
                  <span>{line.label}</span>
                  <strong>{line.count.toLocaleString('zh-CN')} 人</strong>
                </QuestionLink>
              </li>
            ))}
          </ul>
          {months.some(({ count }) => count > 0) && <MonthBars months={months} asOf={asOf} />}
        </section>
      ))}
    </div>
  );
}
