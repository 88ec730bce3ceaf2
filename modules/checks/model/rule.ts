import type { CodeTables, RecordRow, SubjectSets } from '#platform/model';

/** 错误、警告、提示: an error has to be put right, a warning to be looked at, a hint may be followed. */
export type CheckLevel = 'error' | 'warning' | 'hint';

/** What rules are about; the order in which they are shown. */
export const checkTopics = [
  '身份信息',
  '三龄',
  '学历学位',
  '简历',
  '职务',
  '职级',
  '年度考核',
  '家庭成员',
  '照片',
  '代码',
] as const;
export type CheckTopic = (typeof checkTopics)[number];

/** A rule (校核规则) as it is shown and set. */
export interface RuleHead {
  /** Lasts: exports and the office's settings name it. */
  readonly id: string;
  readonly label: string;
  readonly topic: CheckTopic;
  readonly level: CheckLevel;
  /** The day from which it holds. */
  readonly effectiveFrom: string;
  readonly source: string;
  /** A number that the office may set. */
  readonly parameter?: {
    readonly label: string;
    readonly unit: string;
    readonly value: number;
    readonly least: number;
    readonly most: number;
  };
}

/** A unit as far as posts are checked against it. */
export interface CheckedUnit {
  readonly name: string;
  /** Partial dates; empty when nothing is known of it. */
  readonly foundedOn: string;
  readonly endedOn: string;
  readonly slots: readonly { readonly id: string; readonly title: string }[];
}

/** What a person's records are checked against. */
export interface CheckWorld {
  readonly tables: CodeTables;
  /** YYYY-MM-DD */
  readonly today: string;
  unit(id: string): CheckedUnit | undefined;
  /** The pinyin initials that a name is usually given, upper case. */
  initials(name: string): string;
}

/** 一键修复: the one right answer to a finding. */
export interface Repair {
  /** What it does, as on a button. */
  readonly label: string;
  /** The sets that become others. */
  readonly apply: (sets: SubjectSets) => Readonly<Record<string, readonly RecordRow[]>>;
}

/** What a rule finds in one person's records. */
export interface FoundFault {
  readonly set: string;
  /** Empty when it is about the set as a whole. */
  readonly row: string;
  readonly field: string;
  readonly value: string;
  readonly message: string;
  readonly repair?: Repair;
}

/** A rule about the records of one person, as a function. */
export interface RecordRule extends RuleHead {
  readonly find: (sets: SubjectSets, world: CheckWorld, parameter: number) => readonly FoundFault[];
}

/** A fault with the rule that found it. */
export interface Fault extends FoundFault {
  readonly rule: string;
  readonly level: CheckLevel;
}
