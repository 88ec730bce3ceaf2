import { useMemo } from 'react';
import { forestOf, useCall, useCan, type UnitForest } from '#platform/web';
import { listUnits, type UnitNode } from '../model/contracts.ts';

const none: readonly UnitNode[] = [];

export interface Units {
  /** In statutory order, a unit before those below it. */
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
  const units = data?.units ?? none;
  return useMemo(() => {
    const forest = forestOf(units);
    return { units, forest, nameOf: (id) => forest.byId.get(id)?.name ?? '', loading: isLoading, error };
  }, [units, isLoading, error]);
}
