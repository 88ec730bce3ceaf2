import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { careerRange, CareerStrip, type Career, type ListColumn } from '#modules/cadres/web';
import { monthNumber } from '#platform/model';
import { call, keyOf, useCall } from '#platform/web';
import { readCareers } from '../../model/compare-contract.ts';
import { careerColumn } from './shown-columns.ts';
import { pageSize, type AnswerState } from './use-answer.ts';

/** Until careers are there the lines go over a whole working life; a line begins on a year that ends on 0 or 5. */
const years = 40;
const step = 5 * 12;

export interface Careers {
  /** What the column is called, with the years that it shows. */
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly of: (id: string) => Career | undefined;
  /** Says that the line of a row is in sight. */
  readonly need: (index: number) => void;
}

const noPages: readonly number[] = [];

/** The careers of the rows in sight, those of a page of the list in one request. */
export function useCareers({ answer, rowAt }: AnswerState, enabled: boolean): Careers {
  const [wanted, setWanted] = useState({ answer, pages: noPages });
  if (wanted.answer !== answer) setWanted({ answer, pages: noPages });
  const need = useCallback(
    (index: number) => {
      const page = Math.floor(index / pageSize);
      setWanted((old) =>
        old.answer !== answer || old.pages.includes(page) ? old : { answer, pages: [...old.pages, page] },
      );
    },
    [answer],
  );
  const asOf = answer?.asOf;
  const queries = enabled && asOf !== undefined && wanted.answer === answer ? wanted.pages : noPages;
  const read = useQueries({
    queries: queries.map((page) => {
      const rows = Array.from({ length: pageSize }, (_, at) => rowAt(page * pageSize + at)?.id ?? '');
      const input = { body: { ids: rows.filter((id) => id !== ''), asOf } };
      return {
        queryKey: keyOf(readCareers, input),
        queryFn: async ({ signal }: { signal: AbortSignal }) => call(readCareers, input, signal),
        staleTime: 30_000,
        enabled: input.body.ids.length > 0,
      };
    }),
    combine: (results) => results.map(({ data }) => data?.careers),
  });
  const byId = useMemo(
    () => new Map(read.flatMap((careers) => (careers ?? []).map(({ id, career }) => [id, career] as const))),
    [read],
  );
  return useMemo(
    () => ({ ...spanOf(byId, asOf), of: (id: string) => byId.get(id), need }),
    [asOf, byId, need],
  );
}

/** The years over which everybody's line goes, and what the column is called with them. */
function spanOf(
  byId: ReadonlyMap<string, Career>,
  asOf: string | undefined,
): Pick<Careers, 'title' | 'from' | 'to'> {
  const now = monthNumber(asOf ?? '') ?? 0;
  const first = careerRange([...byId.values()], now)?.from ?? now - years * 12;
  const from = Math.floor(Math.min(first, now - step) / step) * step;
  const title = asOf === undefined ? '任职经历' : `任职经历 ${from / 12}—${Math.floor(now / 12)}`;
  return { title, from, to: now };
}

/** 任职经历 for a list of another module: the careers of a page of people, as of today. */
export const careerListColumn: ListColumn = {
  name: careerColumn.name,
  label: careerColumn.label,
  width: careerColumn.width,
  permission: 'query:run',
  useCells(ids) {
    const { data } = useCall(
      readCareers,
      { body: { ids: [...ids] } },
      { enabled: ids.length > 0, freshFor: 30_000 },
    );
    return useMemo(() => {
      const byId = new Map((data?.careers ?? []).map(({ id, career }) => [id, career] as const));
      const { title, from, to } = spanOf(byId, data?.asOf);
      const line = (id: string) => {
        const career = byId.get(id);
        return career ? <CareerStrip career={career} from={from} to={to} now={to} /> : null;
      };
      return { title, cell: line };
    }, [data]);
  },
};

/** 任职经历 of a row as one line; it is asked for when the row comes into sight. */
export function CareerCell({ id, index, careers }: { id: string; index: number; careers: Careers }) {
  const { need, from, to } = careers;
  useEffect(() => need(index), [need, index]);
  const career = careers.of(id);
  return career ? (
    <CareerStrip career={career} from={from} to={to} now={to} />
  ) : (
    <span className="query-waiting" aria-label="正在载入" />
  );
}
