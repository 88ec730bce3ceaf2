import { useQueryClient } from '@tanstack/react-query';
import { keyOf, useCall } from '#platform/web';
import { listImports, readImport, type ImportStatus } from '../../model/contracts.ts';
import { isMoving } from './import-states.ts';

/** An import as the server has it; asked for again while the server works on it. */
export function useImport(id: string) {
  const client = useQueryClient();
  const input = { params: { id } };
  const known = client.getQueryData<ImportStatus>(keyOf(readImport, input));
  return useCall(readImport, input, { every: known && isMoving(known) ? 600 : false });
}

/** The recent imports. */
export function useImports() {
  return useCall(listImports, {}, { every: 5_000 });
}

/** Puts a status that an operation answered with in place, or has it asked again. */
export function useImportUpdates() {
  const client = useQueryClient();
  return {
    put: (status: ImportStatus): void => {
      client.setQueryData(keyOf(readImport, { params: { id: status.id } }), status);
      void client.invalidateQueries({ queryKey: keyOf(listImports) });
    },
    refresh: (id: string): void => {
      void client.invalidateQueries({ queryKey: keyOf(readImport, { params: { id } }) });
      void client.invalidateQueries({ queryKey: keyOf(listImports) });
    },
  };
}
