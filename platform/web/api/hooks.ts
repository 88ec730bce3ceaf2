import {
  keepPreviousData,
  QueryClient,
  useMutation,
  useQuery,
  type QueryKey,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { CadreError, type Operation, type OperationInput, type OperationOutput } from '#platform/model';
import { call } from './call.ts';

/** The key under which the answer of an operation is kept; without input it covers all answers of the operation. */
export function keyOf<O extends Operation>(operation: O, input?: OperationInput<O>): QueryKey {
  return input === undefined ? [operation.id] : [operation.id, input];
}

export interface CallOptions {
  /** False: wait with asking. */
  readonly enabled?: boolean;
  /** Ask again every so many milliseconds; false ends it. */
  readonly every?: number | false;
  /** Show the answer to the former input until the new one is there. */
  readonly keepPrevious?: boolean;
  /** Milliseconds for which an answer counts as fresh. */
  readonly freshFor?: number;
}

/** The answer of an operation, kept and shared by all who ask the same. */
export function useCall<O extends Operation>(
  operation: O,
  input: OperationInput<O>,
  options: CallOptions = {},
): UseQueryResult<OperationOutput<O>> {
  return useQuery<OperationOutput<O>, Error, OperationOutput<O>>({
    queryKey: keyOf(operation, input),
    queryFn: async ({ signal }) => call(operation, input, signal),
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.freshFor === undefined ? {} : { staleTime: options.freshFor }),
  });
}

/** Calls an operation when told to. */
export function useAction<O extends Operation>(
  operation: O,
): UseMutationResult<OperationOutput<O>, Error, OperationInput<O>> {
  return useMutation({ mutationFn: (input: OperationInput<O>) => call(operation, input) });
}

/** Answers are asked again in the background; only a server that cannot be reached is tried twice. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < 1 && error instanceof CadreError && error.status === 0,
        refetchOnWindowFocus: true,
      },
    },
  });
}
