import { useMemo } from 'react';
import {
  createRegistry,
  readRegistry,
  type OperationOutput,
  type Registry,
  type SetDefinition,
} from '#platform/model';
import { useCall } from '#platform/web';

/** The declared sets and the list of code tables, as the server has them. */
export interface Declared {
  readonly registry: Registry;
  readonly tables: OperationOutput<typeof readRegistry>['tables'];
}

/** What is declared; it does not change while the server runs. */
export function useDeclared() {
  const { data, error, refetch } = useCall(readRegistry, {}, { freshFor: Number.POSITIVE_INFINITY });
  const declared = useMemo<Declared | null>(
    // The server declares the sets with this very type; it travels as plain data.
    () => (data ? { registry: createRegistry(data.sets as SetDefinition[]), tables: data.tables } : null),
    [data],
  );
  return { declared, error, refetch };
}
