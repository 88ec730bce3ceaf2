import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AsOf, useKeptScroll } from '#platform/web';
import './statistics.css';
import type { StatisticsSearch } from './use-statistics-search.ts';

const places = [
  { path: '/statistics', label: '标准表' },
  { path: '/statistics/own', label: '自定义' },
  { path: '/statistics/teams', label: '班子' },
] as const;

/** The frame of all pages of 统计: its parts, and the reference date that everything on the page is counted for. */
export function PageFrame({
  place,
  search,
  counted,
  children,
}: {
  place: (typeof places)[number]['path'];
  search: StatisticsSearch;
  /** The date that the answer on the page was counted for. */
  counted: string | undefined;
  children: ReactNode;
}) {
  const { asOf, go } = search;
  const scrolled = useKeptScroll(place);
  return (
    <div className="stats-page" ref={scrolled}>
      <header className="stats-bar">
        <nav className="stats-tabs" aria-label="统计">
          {places.map(({ path, label }) => (
            <Link
              key={path}
              to={path}
              search={asOf ? { asOf } : {}}
              className={path === place ? 'is-current' : ''}
              aria-current={path === place ? 'page' : undefined}
            >
              {label}
            </Link>
          ))}
        </nav>
        <AsOf asOf={asOf} counted={counted} onChange={(day) => go({ asOf: day })} />
      </header>
      {children}
    </div>
  );
}
