import { useNavigate } from '@tanstack/react-router';
import { useCan } from '#platform/web';
import { setFind } from './find-store.ts';

/** Opens the list with the people found; null for those who may not see people. */
export function useFindCadres(): ((text: string) => void) | null {
  const allowed = useCan('cadre:read');
  const navigate = useNavigate();
  if (!allowed) return null;
  return (text) => {
    setFind(text);
    void navigate({ to: '/cadres', search: {} });
  };
}
