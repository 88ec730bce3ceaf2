import type { SetDefinition } from '#platform/model';
import { organizationSet } from './b01-organization.ts';

/** The information sets of a unit. */
export const organizationSets: readonly SetDefinition[] = [organizationSet];
