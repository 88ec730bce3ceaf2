import type { Permission } from '../permissions.ts';
import type { Registry } from './registry.ts';
import type { RecordRow } from './row.ts';

/** Takes out what a reader without the right to sensitive data must not see: whole sets, and fields of the others. */
export function maskSets<Stored extends { readonly rows: readonly RecordRow[] }>(
  registry: Registry,
  sets: Readonly<Record<string, Stored>>,
  permissions: ReadonlySet<Permission>,
): Record<string, Stored> {
  if (permissions.has('cadre:sensitive')) return { ...sets };
  const visible: Record<string, Stored> = {};
  for (const [code, stored] of Object.entries(sets)) {
    const set = registry.find(code);
    if (!set || set.sensitive) continue;
    const hidden = new Set(set.fields.filter((field) => field.sensitive).map((field) => field.key));
    visible[code] = { ...stored, rows: stored.rows.map((row) => withoutKeys(row, hidden)) };
  }
  return visible;
}

function withoutKeys(row: RecordRow, hidden: ReadonlySet<string>): RecordRow {
  if (hidden.size === 0) return row;
  const kept = Object.entries(row).filter(([key]) => !hidden.has(key) && key !== 'asWritten');
  const written = Object.entries(row.asWritten ?? {}).filter(([key]) => !hidden.has(key));
  return {
    ...Object.fromEntries(kept),
    id: row.id,
    ...(written.length > 0 ? { asWritten: Object.fromEntries(written) } : {}),
  };
}
