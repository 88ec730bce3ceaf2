import { useMemo } from 'react';
import type { SetDefinition } from '#platform/model';
import { SetsView, useCan, useRegistry, type Drafts, type SaveSet, type SetFocus } from '#platform/web';
import { useUnits } from '#modules/organization/web';
import type { CadreData } from '../person/use-cadre.ts';

export interface SetsTabProps {
  readonly person: CadreData;
  readonly current: string;
  readonly onCurrent: (set: string) => void;
  readonly drafts: Drafts;
  readonly save: SaveSet;
  readonly focus: SetFocus | null;
  readonly onFocused: () => void;
}

/** 信息集: all sets of a person that the user may see, one of them open. */
export function SetsTab({ person, ...rest }: SetsTabProps) {
  const registry = useRegistry();
  const { units, nameOf } = useUnits();
  const sensitive = useCan('cadre:sensitive');
  const mayEdit = useCan('cadre:edit');
  const sets = useMemo(
    () => registry.of('person').filter((set) => !set.internal && (sensitive || !set.sensitive)),
    [registry, sensitive],
  );
  // Who does not see every field of a set cannot save it: the hidden ones would be lost.
  const editable = (set: SetDefinition): boolean =>
    mayEdit && (sensitive || !set.fields.some((field) => field.sensitive));
  return (
    <SetsView
      {...rest}
      sets={sets}
      stored={person.sets}
      units={units}
      unitName={nameOf}
      mayEdit={editable}
      sensitive={sensitive}
      warnings={person.warnings}
    />
  );
}
