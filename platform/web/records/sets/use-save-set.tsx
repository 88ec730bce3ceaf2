import { useCallback, useState, type ReactNode } from 'react';
import { CadreError, type RecordRow, type SetDefinition } from '#platform/model';
import { useNotes } from '../../parts/feedback.ts';
import { ConflictDialog } from '../conflict/conflict-dialog.tsx';
import type { ThreeStates } from '../conflict/merge.ts';
import { useTablesOf } from '../records-context.tsx';

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

/** Where the sets of one person or unit are kept. Keep it the same between renderings. */
export interface SetKeeper {
  /** Writes the set over the version given; rejects with `version-conflict` when there is a newer one. */
  readonly write: (set: SetDefinition, version: number, rows: readonly RecordRow[]) => Promise<unknown>;
  /** The set as it is stored now. */
  readonly read: (set: SetDefinition) => Promise<SetBase>;
  /** Brings up to date what shows the subject; resolves when the subject is there again. */
  readonly refresh: () => Promise<void>;
  readonly unitName: (id: string) => string;
}

interface Conflict {
  readonly set: SetDefinition;
  readonly states: ThreeStates;
  readonly version: number;
  readonly finish: (saved: boolean) => void;
}

/** Saving with versions: a conflict with another clerk opens the dialog, and its outcome is saved again. */
export function useSaveSet(keeper: SetKeeper): { readonly save: SaveSet; readonly dialog: ReactNode } {
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const notes = useNotes();

  const put = useCallback(
    async (
      set: SetDefinition,
      base: SetBase,
      rows: readonly RecordRow[],
      done?: string,
    ): Promise<boolean> => {
      try {
        await keeper.write(set, base.version, rows);
      } catch (error) {
        if (!(error instanceof CadreError) || error.code !== 'version-conflict') {
          if (error instanceof CadreError && error.code === 'nothing-changed') return true;
          notes.failed(error);
          return false;
        }
        const now = await keeper.read(set);
        const states = { base: base.rows, mine: rows, theirs: now.rows };
        return new Promise((finish) => setConflict({ set, states, version: now.version, finish }));
      }
      await keeper.refresh();
      notes.done(done ?? `已保存“${set.label}”`);
      return true;
    },
    [keeper, notes],
  );

  const settle = async (rows: RecordRow[]): Promise<void> => {
    if (!conflict) return;
    setConflict(null);
    conflict.finish(
      await put(conflict.set, { version: conflict.version, rows: conflict.states.theirs }, rows),
    );
    // Saved or not, what the other clerk wrote must be seen now.
    void keeper.refresh();
  };
  const cancel = (): void => {
    conflict?.finish(false);
    setConflict(null);
  };
  const dialog = conflict && (
    <Dialog
      conflict={conflict}
      unitName={keeper.unitName}
      onSettled={(rows) => void settle(rows)}
      onCancel={cancel}
    />
  );
  return { save: put, dialog };
}

interface DialogProps {
  readonly conflict: Conflict;
  readonly unitName: (id: string) => string;
  readonly onSettled: (rows: RecordRow[]) => void;
  readonly onCancel: () => void;
}

function Dialog({ conflict: { set, states }, unitName, onSettled, onCancel }: DialogProps) {
  const [sets] = useState([set]);
  const { tables } = useTablesOf(sets);
  return (
    <ConflictDialog
      set={set}
      states={states}
      tables={tables}
      unitName={unitName}
      onSettled={onSettled}
      onCancel={onCancel}
    />
  );
}
