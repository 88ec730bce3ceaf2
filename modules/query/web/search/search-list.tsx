import { marked } from './highlight.ts';
import type { SearchGroup, SearchOption } from './search-options.ts';

export interface SearchListProps {
  readonly id: string;
  readonly groups: readonly SearchGroup[];
  readonly wanted: string;
  /** The key of the line that Enter opens. */
  readonly active: string | undefined;
  readonly onChoose: (option: SearchOption) => void;
}

export function optionId(listId: string, key: string): string {
  return `${listId}-${key.replaceAll(/\s/g, '-')}`;
}

/** The lines found, group by group. */
export function SearchList({ id, groups, wanted, active, onChoose }: SearchListProps) {
  return (
    <div id={id} role="listbox" aria-label="查找结果" className="search-list">
      {groups.map(({ label, options }) => (
        <div key={label} role="group" aria-label={label} className="search-group">
          <div className="search-group-name" aria-hidden="true">
            {label}
          </div>
          {options.map((option) => (
            <div
              key={option.key}
              id={optionId(id, option.key)}
              role="option"
              aria-selected={option.key === active}
              tabIndex={-1}
              className={option.key === active ? 'search-option is-active' : 'search-option'}
              // The text field keeps the keyboard.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(option)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') onChoose(option);
              }}
            >
              <span className="search-title">
                <Highlighted text={option.title} wanted={wanted} />
              </span>
              <span className="search-detail">
                <Highlighted text={option.detail} wanted={wanted} />
              </span>
              {option.count !== undefined && <span className="search-count">{option.count} 人</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function Highlighted({ text, wanted }: { text: string; wanted: string }) {
  return marked(text, wanted).map((part, index) =>
    // Parts have no name of their own, and their order never changes by itself.
    part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
  );
}
