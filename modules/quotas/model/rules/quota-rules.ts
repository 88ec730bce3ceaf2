import type { RankGroup } from '../buckets.ts';

/** A rule with its source; it is data, so that an office may follow another one. */
export interface Rule<Value> {
  readonly effectiveFrom: string;
  readonly source: string;
  readonly value: Value;
}

/** A share of the headcount that ranks may have; `within` is a share of the group above it. */
export interface RankShare {
  /** The share of the headcount of the groups together. */
  readonly share: number;
  readonly groups: readonly RankGroup[];
  /** The share of these that the first group may have; 1 where there is one group. */
  readonly firstGroup: number;
}

/** What places and quotas are counted by. */
export interface QuotaRules {
  /** A post that has one of these words in its title, reason or kind of change is 挂职 or 援派. */
  readonly attachment: Rule<{ readonly words: readonly string[] }>;
  /** Do ranks of holders of leading posts count (兼任职级)? */
  readonly concurrentRanks: Rule<{ readonly count: boolean }>;
  /** An entry (A29) whose kind has one of these words is that of 军转干部; the first rank of these does not count. */
  readonly exMilitary: Rule<{ readonly words: readonly string[] }>;
  /** Post levels (ZB09) whose holders are of the district's own team: their ranks are approved elsewhere. */
  readonly districtTeam: Rule<{ readonly levels: readonly string[] }>;
  /** How many of each rank a pool may have, as shares of its 行政编制, rounded down. */
  readonly ratios: Rule<{
    readonly shares: readonly RankShare[];
    /** Of 三级、四级调研员 the share that may be 三级. */
    readonly upperConsultants: number;
  }>;
  /** Months from which a vacant principal post is told. */
  readonly principalVacancy: Rule<{ readonly months: number }>;
  /** Months ahead in which a coming retirement is told. */
  readonly comingVacancy: Rule<{ readonly months: number }>;
}
