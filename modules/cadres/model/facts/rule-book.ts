/** A rule with its source; it is data, so that an office may follow another one. */
export interface Rule<Value> {
  readonly effectiveFrom: string;
  readonly source: string;
  readonly value: Value;
}

/** A row of the table of the statutory retirement age. Ages and delays are in months. */
export interface RetirementGroup {
  readonly label: string;
  /** The age before the delay. */
  readonly base: number;
  /** The first month of birth (`1965-01`) for which there is a delay. */
  readonly delayedFrom: string;
  /** One month of delay for every `step` months of birth. */
  readonly step: number;
  readonly most: number;
}

export interface RetirementRule {
  readonly men: RetirementGroup;
  /** 女干部 */
  readonly womenCadres: RetirementGroup;
  /** 女工人 */
  readonly womenWorkers: RetirementGroup;
  /** Categories of people (ZB125) and staffing (ZB135) that make a worker (工勤). */
  readonly workerCategories: readonly string[];
  readonly workerStaffing: readonly string[];
  /**
   * Women at these post levels (ZB09) or ranks (ZB148 or ZB09), 县处级 and equivalent or above, follow the men's row, as do
   * women with a title whose code (GB8561) has one of these grades as its third character: 正高 1, 副高 2.
   */
  readonly seniorLevels: readonly string[];
  readonly seniorRanks: readonly string[];
  readonly seniorTitleGrades: readonly string[];
}

/** What the facts of the field are computed by. */
export interface RuleBook {
  /** 周岁 by month, or by day, where a year is completed on the day after the birthday. */
  readonly age: Rule<{ readonly precision: 'month' | 'day' }>;
  /** Are members of the Youth League 党外干部? */
  readonly nonParty: Rule<{ readonly leagueMembersCount: boolean }>;
  readonly retirement: Rule<RetirementRule>;
  /** Posts that name one of these words as reason or in the title are attachments: they give no time at a level. */
  readonly attachment: Rule<{ readonly words: readonly string[] }>;
  /** Codes of ZB64 from the highest step down, and steps of names for which the table has no code. */
  readonly education: Rule<{
    readonly steps: readonly string[];
    readonly names: Readonly<Record<string, string>>;
  }>;
  /** Codes of GB/T 6864 from the highest step down; what is not below one of them is no degree that was studied for. */
  readonly degree: Rule<{ readonly steps: readonly string[] }>;
  /** How many years back 优秀 is counted. */
  readonly excellence: Rule<{ readonly years: number; readonly results: readonly string[] }>;
}
