import type { CodeDictionary } from '../table/dataset.ts';
import type { ColumnKind } from '../table/schema.ts';

/** A column or a fact, as far as a question needs to know it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: ColumnKind;
  /** The repeating set of whose rows it speaks; empty for people. */
  readonly of: string;
  /** Of a `code` field. */
  readonly dictionary?: CodeDictionary | undefined;
  /** Texts whose pinyin initials are kept. */
  readonly initials: boolean;
}

/** How kinds are called in the sentences that refuse a question. */
export const kindNames: Readonly<Record<ColumnKind, string>> = {
  code: '代码',
  unit: '机构',
  date: '日期',
  number: '数字',
  text: '文字',
  paragraph: '长文字',
};
