import { useCallback, useMemo, useState } from 'react';
import type { RecordRow } from '#platform/model';
import type { SetBase } from './use-save-set.tsx';

/** A single set being edited: where it began, and how the row looks now. */
export interface Draft {
  readonly base: SetBase;
  readonly row: RecordRow;
}

/** The unsaved edits of a person or a unit; they stay while the user looks at other tabs. */
export interface Drafts {
  readonly size: number;
  readonly has: (set: string) => boolean;
  readonly get: (set: string) => Draft | undefined;
  readonly put: (set: string, draft: Draft) => void;
  readonly drop: (set: string) => void;
}

export function useDrafts(): Drafts {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const put = useCallback(
    (set: string, draft: Draft) => setDrafts((old) => new Map([...old, [set, draft]])),
    [],
  );
  const drop = useCallback(
    (set: string) => setDrafts((old) => new Map([...old].filter(([code]) => code !== set))),
    [],
  );
  return useMemo(
    () => ({ size: drafts.size, has: (set) => drafts.has(set), get: (set) => drafts.get(set), put, drop }),
    [drafts, put, drop],
  );
}
