import type { CodeItem, CodeTables } from '#platform/model';
import { sheetAliases } from './aliases.ts';
import { codeOf } from './code-of.ts';
import {
  codeAssessment,
  codeDegree,
  codeEducation,
  codeEthnic,
  codePolitical,
  codeSex,
} from './code-text.ts';
import { codeNativePlace } from './native-place.ts';
import { codeTechnicalTitle } from './technical-title.ts';

type Coder = (text: string, tables: CodeTables) => string | null;

const coders: Readonly<Record<string, Coder>> = {
  GB2261: codeSex,
  GB3304: codeEthnic,
  GB4762: codePolitical,
  GB6864: codeDegree,
  GB8561: codeTechnicalTitle,
  ZB01: codeNativePlace,
  ZB18: codeAssessment,
  ZB64: codeEducation,
};

/**
 * The row that a text means in a field's tables (`ZB09|ZB148`): by label, else by the spellings that offices use. Undefined
 * when none does, or rows of two of the tables do.
 */
export function codedItem(codeTable: string, text: string, tables: CodeTables): CodeItem | undefined {
  const found = codeTable.split('|').flatMap((id) => {
    const table = tables.get(id);
    if (!table) return [];
    const code = coders[id]?.(text, tables) ?? codeOf(table, text, sheetAliases[id] ?? {});
    const item = table.byLabel(text.trim()) ?? (code ? table.byCode(code) : undefined);
    return item ? [item] : [];
  });
  const codes = new Set(found.map(({ code }) => code));
  return codes.size === 1 ? found[0] : undefined;
}
