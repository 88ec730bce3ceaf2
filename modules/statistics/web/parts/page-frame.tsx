import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
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
  return (
    <div className="stats-page">
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
        <div className="stats-as-of" role="group" aria-label="截止时间">
          <label htmlFor="stats-as-of">截止时间</label>
          <Input
            id="stats-as-of"
            key={asOf ?? counted ?? ''}
            type="date"
            defaultValue={asOf ?? counted ?? ''}
            min="1950-01-01"
            max="2099-12-31"
            onChange={({ target: { value } }) => {
              // While a date is being typed it is none for moments, or one of the first century.
              if (/^(19[5-9]\d|20\d\d)-\d\d-\d\d$/.test(value)) go({ asOf: value });
            }}
          />
          {asOf ? (
            <Button type="text" onClick={() => go({ asOf: undefined })}>
              回到今天
            </Button>
          ) : (
            <span className="soft-text">今天</span>
          )}
        </div>
      </header>
      {children}
    </div>
  );
}
