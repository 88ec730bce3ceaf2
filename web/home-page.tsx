import { Navigate } from '@tanstack/react-router';
import { OfficeHome } from '#modules/query/web';
import { EmptyState, useCan, useSession } from '#platform/web';
import { modules } from './modules.ts';

/** Figures and reminders for those who may ask; for others work begins at the first place that they may enter. */
export function HomePage() {
  const { permissions } = useSession();
  const mayAsk = useCan('query:run');
  if (mayAsk) return <OfficeHome />;
  const first = modules
    .flatMap((module) => module.places)
    .find((place) => place.permissions.some((each) => permissions.has(each)));
  if (first) return <Navigate to={first.path} replace />;
  return <EmptyState title="您的账户尚未获得任何权限" hint="请联系系统管理员分配角色。" />;
}
