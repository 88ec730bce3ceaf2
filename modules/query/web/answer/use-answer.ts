import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { OperationOutput } from '#platform/model';
import { call, keyOf, useCall } from '#platform/web';
import { runQuery } from '../../model/contracts.ts';
import type { Asked } from '../state/fragment.ts';
import { usePaced } from '../state/use-paced.ts';
import { useStable } from '../state/use-stable.ts';
import { askable } from '../tree/askable.ts';
import type { TreePath } from '../tree/tree-path.ts';
import { problemsOf, type NodeProblems } from './problems.ts';

export type Answer = OperationOutput<typeof runQuery>;
export type AnswerRow = Answer['rows'][number];

export const pageSize = 100;

/** Pages that are kept at hand while somebody scrolls through a long list. */
const mostPages = 60;

/** Changes of one frame are one question; what is asked too often is called off when the next one comes. */
const typingPause = 15;

/** The people found, page by page as they come into sight. */
export interface AnswerState {
  readonly answer: Answer | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
  /** The row at a place of the order; undefined until its page is there. */
  readonly rowAt: (index: number) => AnswerRow | undefined;
  /** Says that a row is in sight. */
  readonly need: (index: number) => void;
  /** How many people each node finds by itself, by its place as it is edited. */
  readonly counts: ReadonlyMap<TreePath, number>;
  /** The date as of which the rows are, and the columns among them that are asked for and not shown. */
  readonly asOf: string | undefined;
  readonly silent: readonly string[];
}

export interface AnswerBody extends Pick<Asked, 'asOf'> {
  readonly question: Asked['question'];
  readonly columns: string[];
  readonly sort?: { field: string; descending?: boolean | undefined }[];
}

export function useAnswer(
  asked: Asked,
  columns: readonly string[],
  silent: readonly string[],
): {
  readonly found: AnswerState;
  /** What was asked, as it travels. */
  readonly body: AnswerBody;
  readonly problems: NodeProblems;
  readonly isFetching: boolean;
} {
  const { question, asOf, sort } = asked;
  const now = useMemo(() => {
    const { question: ready, places } = askable(question);
    return {
      places: [...places],
      body: {
        question: ready,
        columns: [...new Set([...columns, ...silent])],
        ...(asOf ? { asOf } : {}),
        ...(sort?.length ? { sort: [...sort] } : {}),
      } satisfies AnswerBody,
    };
  }, [question, asOf, sort, columns, silent]);
  const { body, places: placeList } = usePaced(now, typingPause);
  const places = useMemo(() => new Map(placeList), [placeList]);
  const { data, error, isFetching, refetch } = useCall(
    runQuery,
    { body: { ...body, from: 0, size: pageSize, counts: true } },
    { keepPrevious: true },
  );
  const hidden = useMemo(() => silent.filter((name) => !columns.includes(name)), [columns, silent]);
  const retry = useStable(() => void refetch());
  const { pages, need } = usePages(body, data);
  const counts = useMemo(() => {
    const byPlace = (data?.nodeCounts ?? []).flatMap(({ path, count }) => {
      const place = places.get(path);
      return place === undefined ? [] : [[place, count] as const];
    });
    return new Map(byPlace);
  }, [data, places]);
  const rowAt = useCallback(
    (index: number) => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    [pages],
  );
  const problems = useMemo(() => problemsOf(error, places), [error, places]);
  // One object while nothing of it changes, so that the list is not drawn again for a key press elsewhere.
  const found = useMemo<AnswerState>(
    () => ({ answer: data, error, retry, rowAt, need, counts, asOf: data?.asOf, silent: hidden }),
    [data, error, retry, rowAt, need, counts, hidden],
  );
  return { found, body, problems, isFetching };
}

const noPages: readonly number[] = [];

/** The pages after the first, asked for when one of their rows comes into sight. */
function usePages(body: AnswerBody, first: Answer | undefined) {
  const [wanted, setWanted] = useState({ body, pages: noPages });
  // Another question has other pages; which of them are in sight is said again when its answer is there.
  if (wanted.body !== body) setWanted({ body, pages: noPages });
  const need = useCallback((index: number) => {
    const page = Math.floor(index / pageSize);
    if (page === 0) return;
    setWanted((old) =>
      old.pages.includes(page) ? old : { body: old.body, pages: [...old.pages, page].slice(-mostPages) },
    );
  }, []);
  const asked = wanted.body === body ? wanted.pages : noPages;
  const later = useQueries({
    queries: asked.map((page) => {
      const input = { body: { ...body, from: page * pageSize, size: pageSize } };
      return {
        queryKey: keyOf(runQuery, input),
        queryFn: async ({ signal }: { signal: AbortSignal }) => call(runQuery, input, signal),
        gcTime: 60_000,
      };
    }),
    combine: rowsOfAll,
  });
  const pages = useMemo(() => {
    const found = new Map<number, Answer['rows']>([[0, first?.rows ?? []]]);
    for (const [index, rows] of later.entries()) {
      const page = asked[index];
      if (rows && page !== undefined) found.set(page, rows);
    }
    return found;
  }, [first, later, asked]);
  return { pages, need };
}

function rowsOfAll(
  results: readonly { readonly data: Answer | undefined }[],
): (Answer['rows'] | undefined)[] {
  return results.map(({ data }) => data?.rows);
}
