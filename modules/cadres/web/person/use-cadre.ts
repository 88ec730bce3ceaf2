import type { OperationOutput } from '#platform/model';
import { readCadre } from '../../model/contracts.ts';
import { useCall } from '#platform/web';

/** A person as the server answers. */
export type CadreData = OperationOutput<typeof readCadre>;

export function useCadre(id: string) {
  return useCall(readCadre, { params: { id } });
}
