import { Navigate } from '@tanstack/react-router';
import { EmptyState, useSession } from '#platform/web';
import { modules } from './modules.ts';

/** Work begins at the first place that the user may enter. */
export function HomePage() {
  const { permissions } = useSession();
  const first = modules
    .flatMap((module) => module.places)
    .find((place) => place.permissions.some((each) => permissions.has(each)));
  if (first) return <Navigate to={first.path} replace />;
  return <EmptyState title="您的账户尚未获得任何权限" hint="请联系系统管理员分配角色。" />;
}
