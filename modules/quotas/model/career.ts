import type { DateKey } from '#engine';

/** 班子成员类别 (ZB129): 正职, 副职, 其他 */
export type Role = '1' | '3' | 'Z';

/** A post (A02) as far as it matters for places. */
export interface CareerPost {
  /** The row's id; empty where it was read from tables, which have none. */
  readonly id: string;
  /** The unit; null outside the tree. */
  readonly unit: string | null;
  readonly orgName: string;
  readonly title: string;
  readonly from: DateKey | null;
  readonly to: DateKey | null;
  /** Ended, whether or not anybody knows when. */
  readonly hasEnded: boolean;
  readonly role: Role | null;
  /** The row of 职位 (PS01) that it fills. */
  readonly slot: string | null;
  /** 职务层次 (ZB09). */
  readonly level: string | null;
  readonly isLeading: boolean;
  readonly isPrimary: boolean;
  /** 多职务排序 */
  readonly order: number | null;
  /** 集体内排序 */
  readonly teamOrder: number | null;
  /** 挂职、援派 */
  readonly isAttached: boolean;
  /** An attachment by the rule book of the facts: it gives no level. */
  readonly givesNoLevel: boolean;
  /** Marked 不占职数 by hand. */
  readonly isExempt: boolean;
  readonly exemptReason: string;
  readonly exemptDocNo: string;
  readonly exemptApprover: string;
}

/** A row of 职务层次与职级 (A05). */
export interface CareerStanding {
  readonly kind: 'level' | 'rank';
  readonly code: string | null;
  readonly from: DateKey | null;
  readonly to: DateKey | null;
  readonly hasEnded: boolean;
}

/** What A01 registers as the present level or rank. */
export interface RegisteredStanding {
  readonly code: string | null;
  readonly since: DateKey | null;
}

/** What is known of a person's posts and ranks; rows stand as tables keep them: by their beginnings, ties as stored. */
export interface Career {
  readonly posts: readonly CareerPost[];
  readonly standings: readonly CareerStanding[];
  readonly level: RegisteredStanding;
  readonly rank: RegisteredStanding;
  /** 统计关系所在单位 */
  readonly home: string | null;
  readonly workStart: DateKey | null;
  /** From this day on the person holds nothing: 0 always, `never` while serving. */
  readonly leftOn: DateKey;
  /** Came in as 军转干部. */
  readonly isExMilitary: boolean;
}

/** Later than every date. */
export const never: DateKey = 0x7fff_ffff;
/** Before every date. */
export const always: DateKey = 0;
