import { useNavigate } from '@tanstack/react-router';
import { useFindCadres } from '#modules/cadres/web';
import { fragmentOf } from '../state/fragment.ts';
import type { SearchTarget } from './search-options.ts';

/** Opens the page that a choice of the search box leads to. */
export function useOpenTarget(): (target: SearchTarget) => void {
  const navigate = useNavigate();
  const findInList = useFindCadres();
  return (target) => {
    switch (target.kind) {
      case 'person':
        return void navigate({ to: '/cadres/$id', params: { id: target.id } });
      case 'unit':
        return void navigate({ to: '/cadres', search: { unit: target.id } });
      case 'list':
        return findInList?.(target.text);
      case 'question':
        return void navigate({
          to: '/query',
          hash: fragmentOf({ question: { where: target.where } }) ?? '',
        });
    }
  };
}
