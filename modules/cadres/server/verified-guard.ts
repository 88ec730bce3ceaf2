import type { RecordGuard } from '#platform/server';
import { unverifiedChanges } from '../model/verified/verified-facts.ts';

/** 三龄: refuses an unverified change to a verified date, and one that takes verifications away, whoever makes it. */
export const verifiedGuard: RecordGuard = {
  kind: 'person',
  watches: ['A01', 'VF01'],
  needs: 'VF01',
  refuses: unverifiedChanges,
};
