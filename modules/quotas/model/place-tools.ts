import type { QuotaRules } from './rules/quota-rules.ts';
import type { StandingCodes } from './standing.ts';
import type { PlaceUnits } from './units.ts';

/** What places are found with. */
export interface PlaceTools {
  readonly units: PlaceUnits;
  readonly rules: QuotaRules;
  readonly codes: StandingCodes;
}
