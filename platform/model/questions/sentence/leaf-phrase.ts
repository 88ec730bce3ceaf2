import { fieldPhrase } from './field-phrase.ts';
import { monthsPhrase } from './months-phrase.ts';
import type { LeafCondition } from './normal-form.ts';
import type { Phrase } from './phrase.ts';
import { rowsPhrase } from './rows-phrase.ts';
import { sequencePhrase } from './sequence-phrase.ts';
import type { Speaker } from './speaker.ts';
import { figure, quoted } from './writing.ts';

/** The phrase of a condition that is no group. */
export function leafPhrase(condition: LeafCondition, negated: boolean, speaker: Speaker): Phrase {
  switch (condition.op) {
    case 'some':
    case 'every':
    case 'none':
    case 'count':
      return rowsPhrase(condition, negated, speaker);
    case 'last':
    case 'first':
      return sequencePhrase(condition, negated, speaker);
    case 'months':
      return monthsPhrase(condition, negated, speaker);
    case 'people':
      return {
        subject: '',
        says: `${negated ? '不在' : '在'}指定的${figure(condition.ids.length)}人名单中`,
      };
    case 'saved': {
      const name = speaker.catalogue.savedName(condition.id);
      const named = name === undefined ? '已存的查询（已删除或未共享）' : `已存的${quoted(name)}`;
      return { subject: '', says: `${negated ? '不属于' : '属于'}${named}` };
    }
    default:
      return fieldPhrase(condition, negated, speaker.catalogue);
  }
}
