import type { SetDefinition } from '#platform/model';
import { organizationSet } from './b01-organization.ts';
import { approvedHeadcountSet } from './hc01-approved-headcount.ts';
import { postSlotSet } from './ps01-post-slot.ts';
import { approvedQuotaSet } from './qt01-approved-quota.ts';
import { unitChangeSet } from './uh01-unit-change.ts';

/** The information sets of a unit, in the order in which they are shown. */
export const organizationSets: readonly SetDefinition[] = [
  organizationSet,
  unitChangeSet,
  postSlotSet,
  approvedQuotaSet,
  approvedHeadcountSet,
];
