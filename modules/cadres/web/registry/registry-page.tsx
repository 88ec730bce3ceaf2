import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import './registry.css';

const tabs = [
  { to: '/admin/sets', label: '信息集' },
  { to: '/admin/code-tables', label: '代码表' },
];

/** The frame of the two read-only pages: the list on the left, what is chosen on the right. */
export function RegistryPage({ list, children }: { readonly list: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="registry">
      <nav className="registry-tabs" aria-label="信息集与代码表">
        {tabs.map(({ to, label }) => (
          <Link key={to} to={to} activeProps={{ className: 'is-active' }}>
            {label}
          </Link>
        ))}
      </nav>
      <div className="registry-panes">
        <div className="registry-list">{list}</div>
        <div className="registry-body">{children}</div>
      </div>
    </div>
  );
}
