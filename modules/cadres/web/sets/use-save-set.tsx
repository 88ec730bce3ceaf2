import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState, type ReactNode } from 'react';
import { CadreError, type RecordRow, type SetDefinition } from '#platform/model';
import { useUnits } from '#modules/organization/web';
import { call, useNotes, useTablesOf } from '#platform/web';
import { editSet, readCadre } from '../../model/contracts.ts';
import { ConflictDialog } from '../conflict/conflict-dialog.tsx';
import type { ThreeStates } from '../conflict/merge.ts';
import { useRefreshPerson } from '../person/use-refresh-person.ts';

/** A set as it was when editing began. */
export interface SetBase {
  readonly version: number;
  readonly rows: readonly RecordRow[];
}

/**
 * Saves a set; true when it was saved, false when the user went back to editing or the server refused. `done` says what
 * was done where it is more than saving.
 */
export type SaveSet = (
  set: SetDefinition,
  base: SetBase,
  rows: readonly RecordRow[],
  done?: string,
) => Promise<boolean>;

interface Conflict {
  readonly set: SetDefinition;
  readonly states: ThreeStates;
  readonly version: number;
  readonly finish: (saved: boolean) => void;
}

/** Saving with versions: a conflict with another clerk opens the dialog, and its outcome is saved again. */
export function useSaveSet(id: string): { readonly save: SaveSet; readonly dialog: ReactNode } {
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const refresh = useRefreshPerson(id);
  const notes = useNotes();
  const queries = useQueryClient();

  const put = useCallback(
    async (
      set: SetDefinition,
      base: SetBase,
      rows: readonly RecordRow[],
      done?: string,
    ): Promise<boolean> => {
      const params = { id, set: set.code };
      try {
        await call(editSet, { params, body: { version: base.version, rows: [...rows] } });
      } catch (error) {
        if (!(error instanceof CadreError) || error.code !== 'version-conflict') {
          if (error instanceof CadreError && error.code === 'nothing-changed') return true;
          notes.failed(error);
          return false;
        }
        const now = (await call(readCadre, { params: { id } })).sets[set.code];
        const states = { base: base.rows, mine: rows, theirs: (now?.rows ?? []) as readonly RecordRow[] };
        return new Promise((finish) => setConflict({ set, states, version: now?.version ?? 0, finish }));
      }
      await refresh();
      notes.done(done ?? `已保存“${set.label}”`);
      return true;
    },
    [id, notes, refresh],
  );

  const settle = async (rows: RecordRow[]): Promise<void> => {
    if (!conflict) return;
    setConflict(null);
    conflict.finish(
      await put(conflict.set, { version: conflict.version, rows: conflict.states.theirs }, rows),
    );
    // Saved or not, what the other clerk wrote must be seen now.
    void queries.invalidateQueries({ queryKey: [readCadre.id] });
  };
  const cancel = (): void => {
    conflict?.finish(false);
    setConflict(null);
  };
  const dialog = conflict && (
    <Dialog conflict={conflict} onSettled={(rows) => void settle(rows)} onCancel={cancel} />
  );
  return { save: put, dialog };
}

function Dialog(props: { conflict: Conflict; onSettled: (rows: RecordRow[]) => void; onCancel: () => void }) {
  const { set, states } = props.conflict;
  const [sets] = useState([set]);
  const { tables } = useTablesOf(sets);
  const { nameOf } = useUnits();
  return (
    <ConflictDialog
      set={set}
      states={states}
      tables={tables}
      unitName={nameOf}
      onSettled={props.onSettled}
      onCancel={props.onCancel}
    />
  );
}
