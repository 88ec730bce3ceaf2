import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCodeTable, createCodeTables, type CodeTableData, type CodeTables } from '#platform/model';

/** Reads all code tables that come with the program (about 7,000 rows). Call it once and keep the result. */
export function loadCodeTables(): CodeTables {
  const files = readJson<Readonly<Record<string, string>>>('table-files.json');
  return createCodeTables(
    Object.entries(files).map(([id, file]) => createCodeTable(id, readJson<CodeTableData>(file))),
  );
}

/** The files are part of the program and held to their shape by a test, so they are not checked again here. */
function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as T;
}
