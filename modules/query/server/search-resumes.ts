import { foldText, type Condition } from '#engine';
import type { OperationOutput } from '#platform/model';
import type { searchEverything } from '#modules/query';
import type { Questioner } from './asking.ts';
import { statutoryOrder } from './orders.ts';
import { containing } from './search-text.ts';

type FoundResumes = OperationOutput<typeof searchEverything>['resumes'];

const field = 'A01.resumeText';
/** A single character stands in nearly every résumé. */
const shortest = 2;
const before = 20;
const after = 36;

/** How many people 在册 have the text in their résumé, and where it stands. Nobody for whom résumés are hidden. */
export function searchResumes(asker: Questioner, text: string, limit: number): FoundResumes {
  const where: Condition = { op: 'contains', field, text };
  const nothing = { count: 0, where, hits: [] };
  if (text.length < shortest || asker.engine.check(asker.asking({ where })).length > 0) return nothing;
  return asker.ask({ where: containing(field, text) }, (found) => ({
    count: found.count,
    where,
    hits: found.rows(statutoryOrder, 0, limit).map((row) => {
      const [name, resume] = found.values(row, ['A01.name', field]);
      const id = asker.engine.dataset.idOf(row);
      return { id, name: String(name ?? ''), ...excerpt(String(resume ?? ''), text) };
    }),
  }));
}

/** The first place of the text with some words around it, on one line; cut ends are marked. */
function excerpt(whole: string, text: string): { before: string; hit: string; after: string } {
  const at = Math.max(0, foldText(whole).indexOf(foldText(text)));
  const end = at + text.length;
  const from = boundary(whole, Math.max(0, at - before));
  const to = boundary(whole, Math.min(whole.length, end + after));
  return {
    before: `${from > 0 ? '…' : ''}${oneLine(whole.slice(from, at))}`,
    hit: oneLine(whole.slice(at, end)),
    after: `${oneLine(whole.slice(end, to))}${to < whole.length ? '…' : ''}`,
  };
}

/** Moves a cut out of the middle of a rare character, which takes two places. */
function boundary(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}
