import { useMemo } from 'react';
import type { Finding, RecordRow, SetDefinition, StoredSetData } from '#platform/model';
import { ErrorView } from '../../parts/error-view.tsx';
import { Loading } from '../../parts/loading.tsx';
import type { TreeUnit } from '../../units/tree-rows.ts';
import { useTablesOf } from '../records-context.tsx';
import type { Drafts } from './drafts.ts';
import { RepeatingSet } from './repeating-set.tsx';
import type { SetFocus } from './set-focus.ts';
import { SingleSet } from './single-set.tsx';
import type { SaveSet } from './use-save-set.tsx';
import './sets.css';

/** What the views of the sets of one person or unit have in common. */
export interface SetsGiven {
  /** The sets as stored. */
  readonly stored: Readonly<Record<string, StoredSetData>>;
  readonly units: readonly TreeUnit[];
  readonly unitName: (id: string) => string;
  /** May the user save this set? */
  readonly mayEdit: (set: SetDefinition) => boolean;
  /** Without the right to see them, sensitive fields are left out. */
  readonly sensitive: boolean;
  readonly warnings: readonly Finding[];
  readonly drafts: Drafts;
  readonly save: SaveSet;
  readonly focus: SetFocus | null;
  readonly onFocused: () => void;
}

/** One set of a person or unit, to read and to edit. */
export function OpenSet({ set, ...given }: SetsGiven & { readonly set: SetDefinition }) {
  const only = useMemo(() => [set], [set]);
  const { tables, ready, error } = useTablesOf(only);
  if (error) return <ErrorView error={error} />;
  if (!ready) return <Loading />;
  const { stored, units, unitName, mayEdit, sensitive, warnings, drafts, save, focus, onFocused } = given;
  const now = stored[set.code];
  const props = {
    set,
    // The registry has checked the rows when they were written.
    base: { version: now?.version ?? 0, rows: (now?.rows ?? []) as readonly RecordRow[] },
    tables,
    units,
    unitName,
    editable: mayEdit(set),
    sensitive,
    warnings: warnings.filter((warning) => warning.set === set.code),
    save,
    focus: focus?.set === set.code ? focus : null,
    onFocused,
  };
  return set.repeating ? <RepeatingSet {...props} /> : <SingleSet {...props} drafts={drafts} />;
}
