import type { ImportItem } from '../../model/contracts.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

/** What of a form decides its outcome. */
export type Decided = Pick<ImportItem, 'n' | 'state' | 'choice'>;

/** How many forms will come to which end. */
export type Tally = Readonly<Record<Outcome, number>>;

/** Counts what writing would do, the operator's choices included. */
export function tallyOf(forms: readonly Decided[]): Tally {
  const tally = { create: 0, update: 0, unchanged: 0, refused: 0, skip: 0, open: 0 };
  for (const form of forms) tally[outcomeOf(form)] += 1;
  return tally;
}

/** What will be written and what will not, in a sentence, to be agreed to. */
export function tallySentence({ create, update, skip, open }: Tally): string {
  const number = (count: number) => count.toLocaleString('zh-CN');
  const writes = [create > 0 && `新增 ${number(create)} 人`, update > 0 && `更新 ${number(update)} 人`];
  const leaves = [
    skip > 0 && `${number(skip)} 份选择了不导入。`,
    open > 0 && `还有 ${number(open)} 份待确认没有选择，不会导入。`,
  ];
  const said = (parts: readonly (string | false)[]) => parts.filter((part) => part !== false);
  return [`${said(writes).join('，')}。`, ...said(leaves)].join('');
}
