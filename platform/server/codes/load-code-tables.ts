import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCodeTable, lazyCodeTables, type CodeTableData, type CodeTables } from '#platform/model';

/** All code tables that come with the program (about 7,000 rows), each read when it is first needed. */
export function loadCodeTables(): CodeTables {
  const files = readJson<Readonly<Record<string, string>>>('table-files.json');
  return lazyCodeTables(Object.keys(files), (id) =>
    createCodeTable(id, readJson<CodeTableData>(files[id] ?? '')),
  );
}

/** The files are part of the program and held to their shape by a test, so they are not checked again here. */
function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as T;
}
