import type { Band, Condition, Head } from '#engine';

/** What people are put into groups by: a field, bands by the id of a band set or as given, or heads over codes. */
export interface GroupingSpec {
  readonly field: string;
  readonly bands?: string | readonly Band[];
  readonly heads?: readonly Head[];
}

/** Which part of the tree of units the rows of a table stand for; docs in the README. */
export type UnitRows =
  /** Each unit in which somebody has a place in the team, by 所在班子. */
  | 'teams'
  /** Teams of towns and streets, also those without anybody: an empty seat is what the table is for. */
  | 'grassroots-teams'
  /** The topmost units with all below them, by the main post. */
  | 'units'
  /** The parts into which the tree is divided below its top (区委部门, 政府部门, 乡镇, 街道 …), by the main post. */
  | 'unit-types';

/** The rows of a table; everybody stands in one of them. */
export type RowAxis =
  | { readonly by: 'groups'; readonly head: string; readonly key: GroupingSpec }
  | { readonly by: 'units'; readonly head: string; readonly units: UnitRows }
  /** 法定退休年度: the year of the reference date and so many more, with those who were due before it. */
  | { readonly by: 'retirement-years'; readonly head: string; readonly years: number };

/** A column that stands by itself: people who meet a condition. Several may count the same person. */
export interface MarkColumn {
  readonly label: string;
  readonly where: Condition;
}

/** Columns below one head: groups of which everybody is in one, or marks. */
export type ColumnGroup =
  | { readonly by: 'groups'; readonly head: string; readonly key: GroupingSpec }
  | { readonly by: 'unit-types'; readonly head: string }
  | { readonly by: 'marks'; readonly head: string; readonly marks: readonly MarkColumn[] };

/** A table that the office expects under this name. It counts who is 在职 (population `serving`), each person once. */
export interface StandardTable {
  readonly id: string;
  readonly title: string;
  /** What it counts, for the list of tables. */
  readonly about: string;
  readonly family: TableFamily;
  /** Who is counted at all, beside being 在职. */
  readonly where?: Condition;
  readonly rows: RowAxis;
  readonly columns: readonly ColumnGroup[];
}

export const tableFamilies = ['队伍情况', '班子情况', '交叉统计'] as const;
export type TableFamily = (typeof tableFamilies)[number];
