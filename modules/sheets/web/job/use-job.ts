import { useQueryClient } from '@tanstack/react-query';
import { keyOf, useCall } from '#platform/web';
import {
  listBulkChanges,
  listBulkErrors,
  listBulkJobs,
  readBulkJob,
  type BulkStatus,
} from '../../model/bulk-contracts.ts';

/** The server works on it. */
export const isMoving = ({ state }: Pick<BulkStatus, 'state'>): boolean =>
  ['looking', 'checking', 'applying'].includes(state);

/** A job as the server has it; asked for again while the server works on it. */
export function useJob(id: string) {
  const client = useQueryClient();
  const input = { params: { id } };
  const known = client.getQueryData<BulkStatus>(keyOf(readBulkJob, input));
  return useCall(readBulkJob, input, { every: known && isMoving(known) ? 500 : false });
}

/** Puts a status that an operation answered with in place; what an earlier preview showed is forgotten. */
export function usePutJob(): (status: BulkStatus) => void {
  const client = useQueryClient();
  return (status) => {
    client.setQueryData(keyOf(readBulkJob, { params: { id: status.id } }), status);
    client.removeQueries({ queryKey: keyOf(listBulkErrors) });
    client.removeQueries({ queryKey: keyOf(listBulkChanges) });
    void client.invalidateQueries({ queryKey: keyOf(listBulkJobs) });
  };
}
