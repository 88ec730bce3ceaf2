import { CadreError, type Finding, type SubjectKind, type SubjectSets } from '#platform/model';
import type { RawTransition } from './payload.ts';
import { parseRows } from './read-records.ts';

/** `undo` writes what stood before, and what was written with it goes with it; everything else is `work`. */
export type GuardedAct = 'work' | 'undo';

/**
 * 守则: a rule about the records of one subject that holds whoever writes them: a page, an imported file, a bulk edit, an
 * undo. Modules declare them; the store asks them for every update, in its transaction.
 */
export interface RecordGuard {
  readonly kind: SubjectKind;
  /** Asked only when one of these sets changes. */
  readonly watches: readonly string[];
  /** Asked only when the subject has rows of this set, before or after the change. */
  readonly needs: string;
  /** What speaks against the change; empty lets it pass. */
  readonly refuses: (before: SubjectSets, after: SubjectSets, act: GuardedAct) => readonly Finding[];
}

type Texts = (set: string) => string | undefined;

/** Throws the first thing that a guard has against an update, with all of them in the details. */
export function askGuards(
  guards: readonly RecordGuard[],
  kind: SubjectKind,
  stored: Texts,
  transitions: Readonly<Record<string, RawTransition>>,
  act: GuardedAct,
): void {
  for (const guard of guards) {
    if (guard.kind !== kind || !guard.watches.some((code) => code in transitions)) continue;
    const needed = transitions[guard.needs]?.after ?? stored(guard.needs);
    if (needed === undefined && !(guard.needs in transitions)) continue;
    const codes = [...new Set([...guard.watches, guard.needs])];
    const state = (written: 'before' | 'after'): SubjectSets =>
      Object.fromEntries(
        codes.map((code) => [code, parseRows(transitions[code]?.[written] ?? stored(code) ?? '[]')]),
      );
    const findings = guard.refuses(state('before'), state('after'), act);
    const [first] = findings;
    if (first) throw new CadreError(first.code, 422, first.message, { findings });
  }
}
