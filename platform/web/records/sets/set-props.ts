import type { CodeTables, Finding, RecordRow, SetDefinition } from '#platform/model';
import type { TreeUnit } from '../../units/tree-rows.ts';
import type { SetFocus } from './set-focus.ts';
import type { SaveSet, SetBase } from './use-save-set.tsx';

/** What the view of one set gets. */
export interface SetProps {
  readonly set: SetDefinition;
  readonly base: SetBase;
  readonly tables: CodeTables;
  readonly units: readonly TreeUnit[];
  readonly unitName: (id: string) => string;
  readonly editable: boolean;
  readonly sensitive: boolean;
  readonly warnings: readonly Finding[];
  readonly save: SaveSet;
  readonly focus: SetFocus | null;
  readonly onFocused: () => void;
}

/** Do two rows say the same? */
export function sameRow(a: RecordRow, b: RecordRow): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  keys.delete('origin');
  return [...keys].every((key) => JSON.stringify(a[key] ?? null) === JSON.stringify(b[key] ?? null));
}
