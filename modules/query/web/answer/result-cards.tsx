import { useEffect, useRef, useState } from 'react';
import { apiRoot, useCan, useRowHeight, useWindow } from '#platform/web';
import { CareerCell, useCareers, type Careers } from './careers.tsx';
import type { PeopleSelection } from './people-selection.ts';
import { PersonLink, useOpenPerson } from './person-link.tsx';
import { Choose, shownColumns, silentValue, SuggestionMark, Waiting, type RowProps } from './row-parts.tsx';
import { careerColumn } from './shown-columns.ts';
import type { AnswerState } from './use-answer.ts';

export interface ResultCardsProps {
  readonly found: AnswerState;
  readonly selection: PeopleSelection;
  /** The names of the columns; of those that are no field of the answer 任职经历 has a line of its own. */
  readonly columns: readonly string[];
  /** A close list in two lines a person instead of cards with photographs. */
  readonly compact: boolean;
}

/** The people found as cards or as a close list; only the lines in sight are drawn. */
export function ResultCards({ found, selection, columns, compact }: ResultCardsProps) {
  const { answer, rowAt } = found;
  const open = useOpenPerson();
  const withCareers = columns.includes(careerColumn.name);
  const careers = useCareers(found, withCareers);
  const scroller = useRef<HTMLDivElement>(null);
  // Cards grow with the type, not with the finger: each is a large target by itself.
  const lineHeight = Math.min(40, useRowHeight());
  const [across, setAcross] = useState(1);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const widest = lineHeight * 8.6;
    const observer = new ResizeObserver(() =>
      setAcross(Math.max(1, Math.floor(element.clientWidth / widest))),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [lineHeight]);
  const count = answer?.count ?? 0;
  const height = Math.round(lineHeight * ((compact ? 1.7 : 3.5) + (withCareers ? 0.75 : 0)));
  const lines = Math.ceil(count / across);
  const { from, to } = useWindow(scroller, lines, height);
  const inSight = Array.from({ length: Math.max(0, to - from) * across }, (_, at) => from * across + at);
  return (
    <div
      className={compact ? 'query-cards is-compact' : 'query-cards'}
      ref={scroller}
      tabIndex={0}
      role="list"
      aria-label="查询结果"
    >
      <div style={{ height: lines * height, position: 'relative' }}>
        {inSight
          .filter((index) => index < count)
          .map((index) => {
            const row = rowAt(index);
            const style = {
              top: Math.floor(index / across) * height,
              left: `${((index % across) / across) * 100}%`,
              width: `${100 / across}%`,
              height,
            };
            return (
              <div key={index} role="listitem" className="query-card" style={style}>
                {row ? (
                  <Card
                    {...{ row, index, found, selection, compact }}
                    careers={withCareers ? careers : null}
                    onOpen={open}
                  />
                ) : (
                  <Waiting index={index} found={found} />
                )}
              </div>
            );
          })}
      </div>
    </div>
  );
}

interface CardProps extends RowProps, Pick<ResultCardsProps, 'selection' | 'compact'> {
  readonly index: number;
  /** Null where they are not shown. */
  readonly careers: Careers | null;
  readonly onOpen: (id: string) => void;
}

function Card({ row, index, found, selection, compact, careers, onOpen }: CardProps) {
  const columns = shownColumns(found);
  const posts = columns.find(({ name }) => name === 'posts' || name === 'mainPost');
  const rest = columns
    .filter((column) => column !== posts)
    .map(({ name, at }) => withUnit(name, row.texts[at] ?? ''))
    .filter((text) => text !== '' && text.length <= 14);
  const post = posts ? (row.texts[posts.at] ?? '') : '';
  const name = (
    <strong>
      {row.name || '（无姓名）'}
      <SuggestionMark row={row} found={found} />
    </strong>
  );
  return (
    <div className={selection.ids.has(row.id) ? 'query-card-inside is-selected' : 'query-card-inside'}>
      {!compact && <Photo key={row.id} row={row} found={found} />}
      <PersonLink id={row.id} className="query-card-text" onOpen={onOpen}>
        {compact ? (
          <span className="query-card-rest">
            {name}
            <span className="soft-text">{rest.join('　')}</span>
          </span>
        ) : (
          name
        )}
        {post !== '' && <span className="query-card-posts">{post}</span>}
        {!compact && <span className="soft-text query-card-rest">{rest.join('　')}</span>}
        {careers && <CareerCell id={row.id} index={index} careers={careers} />}
      </PersonLink>
      <Choose row={row} selection={selection} />
    </div>
  );
}

function withUnit(name: string, text: string): string {
  return name === 'age' && /^\d+$/.test(text) ? `${text}岁` : text;
}

/** The photograph, or the family name where there is none or it may not be seen. */
function Photo({ row, found }: RowProps) {
  const maySee = useCan('cadre:sensitive');
  const [missing, setMissing] = useState(false);
  if (!maySee || missing || silentValue(row, found, 'A57.data') === '') {
    return (
      <span className="query-photo" aria-hidden="true">
        {row.name.slice(0, 1)}
      </span>
    );
  }
  return (
    <img
      className="query-photo"
      src={`${apiRoot}/cadres/${row.id}/photo`}
      alt=""
      loading="lazy"
      onError={() => setMissing(true)}
    />
  );
}
