import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, forestOf, keyOf, useCall, useCan, type UnitForest } from '#platform/web';
import { listUnits, listUnitsOn, readUnitsVersion, type UnitNode } from '../model/contracts.ts';

const none: readonly UnitNode[] = [];

export interface Units {
  /** In statutory order, a unit before those below it; those that have ended among them. */
  readonly units: readonly UnitNode[];
  readonly forest: UnitForest<UnitNode>;
  /** The name of a unit; empty when it is not known. */
  readonly nameOf: (id: string) => string;
  readonly loading: boolean;
  readonly error: Error | null;
}

/** All units that the user may see. The tree of an office is large; it travels again only when a unit has changed. */
export function useUnits(): Units {
  const allowed = useCan('unit:read');
  const known = useCall(readUnitsVersion, {}, { enabled: allowed, freshFor: 60_000 });
  const version = known.data?.version;
  const list = useQuery({
    queryKey: [...keyOf(listUnits), version],
    queryFn: async ({ signal }) => call(listUnits, {}, signal),
    enabled: version !== undefined,
    staleTime: 'static',
    placeholderData: keepPreviousData,
  });
  const loading = known.isLoading || list.isLoading;
  return useUnitList(list.data?.units ?? none, loading, known.error ?? list.error);
}

/** The units of a day, `YYYY-MM-DD`, with their names of then; null for those of today. */
export function useUnitsOn(day: string | null): Units {
  const today = useUnits();
  const { data, isLoading, error } = useCall(
    listUnitsOn,
    { params: { date: day ?? '' } },
    { enabled: day !== null, freshFor: 60_000, keepPrevious: true },
  );
  const then = useUnitList(data?.units ?? none, isLoading, error);
  // Until the other day is there, the tree keeps its place and what was typed.
  return day === null || (!data && !error) ? today : then;
}

function useUnitList(units: readonly UnitNode[], loading: boolean, error: Error | null): Units {
  return useMemo(() => {
    const forest = forestOf(units);
    return { units, forest, nameOf: (id) => forest.byId.get(id)?.name ?? '', loading, error };
  }, [units, loading, error]);
}
