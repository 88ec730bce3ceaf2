import type { ComponentType } from 'react';
import type { OperationOutput, Permission } from '#platform/model';
import type { readUnit } from '../model/unit-contracts.ts';

/** A unit as the server answers. */
export type UnitData = OperationOutput<typeof readUnit>;

export interface UnitPartProps {
  readonly unit: UnitData;
  /** `YYYY-MM-DD`; null for today. */
  readonly asOf: string | null;
}

/** What another module shows of a unit; given at the composition root. */
export interface UnitPart {
  readonly key: string;
  /** The name of its tab, or of its part of a tab. */
  readonly label: string;
  readonly permission: Permission;
  /** A tab of its own, or the tab of this set, above the set itself. */
  readonly place: 'tab' | 'PS01' | 'QT01' | 'HC01';
  /** Loaded when it is first shown. */
  readonly load: () => Promise<ComponentType<UnitPartProps>>;
}
