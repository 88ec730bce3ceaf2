import { useMemo, type ReactNode } from 'react';
import {
  createCodeTable,
  createRegistry,
  readCodeTable,
  readRegistry,
  type CodeTableData,
  type SetDefinition,
} from '#platform/model';
import { call } from '../api/call.ts';
import { useCall } from '../api/hooks.ts';
import { ErrorView } from '../parts/error-view.tsx';
import { Loading } from '../parts/loading.tsx';
import { RecordsProvider, type RecordsSource } from './records-context.tsx';

/** Gives the declared sets and the code tables of the server to the pages inside. */
export function ServerRecords({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useCall(readRegistry, {}, { freshFor: Number.POSITIVE_INFINITY });
  const source = useMemo<RecordsSource | null>(() => {
    if (!data) return null;
    return {
      // The server declares them; they have been checked there.
      registry: createRegistry(data.sets as readonly SetDefinition[]),
      tableIds: new Set(data.tables.map((table) => table.id)),
      load: async (id) => {
        const table = await call(readCodeTable, { params: { id } });
        return createCodeTable(table.id, table.data as CodeTableData);
      },
    };
  }, [data]);
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!source) return <Loading />;
  return <RecordsProvider source={source}>{children}</RecordsProvider>;
}
