import { useMemo } from 'react';
import { forestOf, useCall, useCan, type UnitForest } from '#platform/web';
import { listUnits, listUnitsOn, type UnitNode } from '../model/contracts.ts';

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

/** All units that the user may see. */
export function useUnits(): Units {
  const allowed = useCan('unit:read');
  const { data, isLoading, error } = useCall(listUnits, {}, { enabled: allowed, freshFor: 60_000 });
  return useUnitList(data?.units ?? none, isLoading, error);
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
