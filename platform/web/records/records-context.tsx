import { useQueries } from '@tanstack/react-query';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import {
  createCodeTables,
  createRegistry,
  type CodeTable,
  type CodeTables,
  type Registry,
  type SetDefinition,
} from '#platform/model';

/** Where the declared sets and the code tables come from. */
export interface RecordsSource {
  readonly registry: Registry;
  /** The ids of the tables that there are. */
  readonly tableIds: ReadonlySet<string>;
  readonly load: (id: string) => Promise<CodeTable>;
}

const none: RecordsSource = {
  registry: createRegistry([]),
  tableIds: new Set(),
  load: async (id) => Promise.reject(new Error(`no source of code tables for ${id}`)),
};

const RecordsContext = createContext<RecordsSource>(none);

/** Gives the registry and the code tables to everything inside. */
export function RecordsProvider({ source, children }: { source: RecordsSource; children: ReactNode }) {
  return <RecordsContext value={source}>{children}</RecordsContext>;
}

export function useRegistry(): Registry {
  return useContext(RecordsContext).registry;
}

export interface LoadedTables {
  /** What is there so far. */
  readonly tables: CodeTables;
  /** All that were asked for are there. */
  readonly ready: boolean;
  readonly error: Error | null;
}

/** Loads the code tables that the fields of sets name, each once and for good. */
export function useTablesOf(sets: readonly SetDefinition[]): LoadedTables {
  const { tableIds, load } = useContext(RecordsContext);
  const ids = useMemo(() => [...namesOf(sets)].filter((id) => tableIds.has(id)).toSorted(), [sets, tableIds]);
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ['code-table', id],
      queryFn: async () => load(id),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
    })),
    combine: combineTables,
  });
}

function combineTables(
  results: readonly { readonly data: CodeTable | undefined; readonly error: Error | null }[],
): LoadedTables {
  return {
    tables: createCodeTables(results.flatMap(({ data }) => data ?? [])),
    ready: results.every(({ data }) => data !== undefined),
    error: results.find(({ error }) => error !== null)?.error ?? null,
  };
}

function namesOf(sets: readonly SetDefinition[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const set of sets) {
    for (const field of set.fields) {
      if (field.internal) continue;
      for (const name of (field.codeTable ?? field.suggest ?? '').split('|'))
        if (name !== '') names.add(name);
    }
  }
  return names;
}
