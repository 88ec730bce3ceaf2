import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { keyOf } from '#platform/web';
import {
  countByUnit,
  listCadres,
  readCadre,
  readHistoryOfCadre,
  readSuggestions,
} from '../../model/contracts.ts';

/** After a change of a person: reads again what shows them. Resolves when the person is there again. */
export function useRefreshPerson(id: string): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    const input = { params: { id } };
    void queries.invalidateQueries({ queryKey: keyOf(readHistoryOfCadre, input) });
    void queries.invalidateQueries({ queryKey: keyOf(readSuggestions, input) });
    void queries.invalidateQueries({ queryKey: keyOf(listCadres) });
    void queries.invalidateQueries({ queryKey: keyOf(countByUnit) });
    await queries.invalidateQueries({ queryKey: keyOf(readCadre, input) });
  }, [queries, id]);
}
