import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useSession } from '../session/session.tsx';
import { PlaceMenu } from './place-menu.tsx';
import { navigationOf, type Place } from './places.ts';
import { UserMenu, type UserMenuEntry } from './user-menu.tsx';
import './shell.css';

export interface ShellProps {
  readonly places: readonly Place[];
  readonly menu: readonly UserMenuEntry[];
  /** The search box, where there is room and need for one. */
  readonly search?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page: name of the system, navigation, search, the user; below it the page. */
export function Shell({ places, menu, search, children }: ShellProps) {
  const main = useFocusAfterNavigation();
  const { permissions, sampleData, displayName } = useSession();
  return (
    <div className="shell">
      <a className="shell-skip" href="#main">
        跳到正文
      </a>
      {sampleData && <SampleBanner />}
      <header className="shell-bar">
        <Link to="/" className="shell-name">
          干部管理系统
        </Link>
        <nav className="shell-places" aria-label="主导航">
          {navigationOf(places, permissions).map((entry) =>
            'places' in entry ? (
              <PlaceMenu key={entry.group} label={entry.group} places={entry.places} />
            ) : (
              <Link
                key={entry.path}
                to={entry.path}
                className="shell-place"
                activeProps={{ className: 'is-active' }}
                activeOptions={{ includeSearch: false }}
              >
                {entry.label}
              </Link>
            ),
          )}
        </nav>
        {search}
        <UserMenu name={displayName} entries={menu} />
      </header>
      <main id="main" ref={main} className="shell-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** Where the element that led to a page is gone, the keyboard goes on at the page, not at the top of the window. */
function useFocusAfterNavigation() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

function SampleBanner() {
  const [closed, setClosed] = useState(false);
  return (
    <div className={closed ? 'shell-sample is-small' : 'shell-sample'} role="note">
      <strong>示例数据</strong>
      {!closed && <span>：人员均为虚构，请勿录入真实信息。</span>}
      {!closed && (
        <button type="button" className="shell-sample-close" onClick={() => setClosed(true)}>
          收起
        </button>
      )}
    </div>
  );
}
