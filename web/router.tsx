import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type AnyRoute,
} from '@tanstack/react-router';
import { EmptyState, ErrorView, Loading, type PageDefinition } from '#platform/web';
import { AppFrame } from './app-frame.tsx';
import { HomePage } from './home-page.tsx';
import { modules } from './modules.ts';

const systemName = '干部管理系统';

/** Puts the pages of all modules together: public ones by themselves, all others inside the frame. */
export function createAppRouter() {
  const pages = modules.flatMap((module) => module.pages);
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });
  const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: AppFrame });
  const home = createRoute({ getParentRoute: () => frame, path: '/', component: HomePage });
  const framed = pages.filter((page) => page.public !== true).map((page) => routeOf(page, frame));
  const open = pages.filter((page) => page.public === true).map((page) => routeOf(page, root));
  return createRouter({
    routeTree: root.addChildren([frame.addChildren([home, ...framed]), ...open]),
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultErrorComponent: PageError,
    scrollRestoration: false,
  });
}

function routeOf(page: PageDefinition, parent: AnyRoute) {
  return createRoute({
    getParentRoute: () => parent,
    path: page.path,
    component: lazyRouteComponent(async () => ({ default: await page.load() })),
    onEnter: () => setTitle(page.title),
    ...(page.search ? { validateSearch: page.search } : {}),
  });
}

function setTitle(title: string): void {
  document.title = `${title} - ${systemName}`;
}

function PageError({ error, reset }: { error: unknown; reset: () => void }) {
  return <ErrorView error={error} onRetry={reset} />;
}

function NotFound() {
  return (
    <EmptyState title="没有这个页面" hint="地址可能有误，或页面已移走。">
      <a href="/">返回首页</a>
    </EmptyState>
  );
}
