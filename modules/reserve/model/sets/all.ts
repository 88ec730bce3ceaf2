import type { SetDefinition } from '#platform/model';
import { reserveEntrySet } from './rp01-reserve-entry.ts';
import { reserveReviewSet } from './rp02-reserve-review.ts';
import { tagSet } from './tg01-tag.ts';

/** What this module records of a person, in the order in which it is shown. */
export const reserveSets: readonly SetDefinition[] = [reserveEntrySet, reserveReviewSet, tagSet];
