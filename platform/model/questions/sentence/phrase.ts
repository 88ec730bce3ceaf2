/**
 * A part of a sentence: `性别` + `为女`. The two stand apart so that 都 can go between them, and so that parts about the
 * same subject share it.
 */
export interface Phrase {
  readonly subject: string;
  readonly says: string;
  /** It says when, without a verb: 1970 年以后出生. Where a verb is needed it is 是. */
  readonly isTime?: boolean;
}

export function textOf({ subject, says }: Phrase): string {
  return subject + says;
}

/** `性别都为女`, `都是 2018 年以后任职` */
export function ofAll({ subject, says, isTime }: Phrase): string {
  return `${subject}都${isTime && !says.startsWith('不') ? '是' : ''}${says}`;
}
