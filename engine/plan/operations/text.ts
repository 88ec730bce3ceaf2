import { caseVariants, textMatches } from '../case-variants.ts';
import { foldText, hasWideForms } from '../../text/fold.ts';
import type { Pointer } from '../../memory/arena.ts';
import type { Paragraphs, Table, TextPool, UnitOrder } from '../../table/dataset.ts';
import { keyRanges, type KeyRanges } from '../key-ranges.ts';
import { keyBitmapBytes, matchKeyBits } from '../match-keys.ts';
import { matchRows } from '../match-rows.ts';
import type { TextCondition } from '../question.ts';
import { constant, intoOwn, type Operation, type Run } from '../run.ts';

/**
 * Text within a value, in either case and width. Equal texts are stored once, so that a text is looked at once and its rows are
 * found by its key; codes and units are found by what they are called.
 */
export const matchesText: Operation<TextCondition> = (run, { op, field, text }, table, out, mode) => {
  const column = run.need(field);
  const { arena, units } = run.dataset;
  if (column.kind === 'text') {
    const size = column.pool.size + 1;
    const bytes = keyBitmapBytes(size);
    const bits = run.scratch.take(bytes);
    arena.u8(bits, bytes).fill(0);
    matchPool(run, column.pool, op, text, bits);
    matchKeyBits(run, table, column.keys, bits, size, out, mode);
    run.scratch.give(bits, bytes);
  } else if (column.kind === 'paragraph' && op !== 'initials') {
    intoOwn(run, table, out, mode, (own) => matchParagraphs(run, table, column.paragraphs, op, text, own));
  } else if (column.kind === 'code') {
    const { dictionary } = column;
    const keys = namedKeys(dictionary.size, (key) => fits(op, dictionary.labelOf(key), text));
    run.match(column, keys, out, mode);
  } else if (column.kind === 'unit') {
    const keys = namedKeys(units.size, (key) => fits(op, nameOf(units, op, key), text));
    run.match(column, keys, out, mode);
  } else constant(run, table, false, out, mode);
};

/** Sets the bits of the keys of a pool. */
function matchPool(run: Run, pool: TextPool, op: TextCondition['op'], text: string, bits: Pointer): void {
  const term = foldText(text);
  if (op === 'initials') {
    pool.match(op, term, bits);
    return;
  }
  const { arena } = run.dataset;
  const look = (key: number): void => {
    if (!textMatches(op, pool.textOf(key), term)) return;
    const byte = arena.u8(bits + (key >>> 3), 1);
    byte[0] = (byte[0] ?? 0) | (1 << (key & 7));
  };
  const variants = caseVariants(term);
  for (const variant of variants ?? []) pool.match(op, variant, bits);
  if (variants) {
    if (hasWideForms(term)) for (const key of pool.wide) look(key);
    return;
  }
  for (let key = 1; key < pool.size; key++) {
    look(key);
    if (key % 65_536 === 0) run.expired();
  }
}

/** Writes the rows of paragraphs. */
function matchParagraphs(
  run: Run,
  table: Table,
  paragraphs: Paragraphs,
  op: 'contains' | 'starts',
  text: string,
  out: Pointer,
): void {
  const term = foldText(text);
  const variants = caseVariants(term);
  // Texts with 全角 letters or digits are looked at one by one.
  const wide = hasWideForms(term) ? paragraphs.wideRows() : [];
  if (!variants || !wide) {
    matchRows(run, table, out, () => (row) => textMatches(op, paragraphs.textOf(row), term));
    return;
  }
  const [first = term, ...more] = variants;
  paragraphs[op](first, out);
  const one = more.length > 0 ? run.scratch.take(table.bitmapBytes) : 0;
  for (const variant of more) {
    run.expired();
    paragraphs[op](variant, one);
    run.dataset.kernel.or(out, one, out, table.bitmapBytes);
  }
  if (more.length > 0) run.scratch.give(one, table.bitmapBytes);
  const { arena } = run.dataset;
  let looked = 0;
  for (const row of wide) {
    if (++looked % 4_096 === 0) run.expired();
    if (!textMatches(op, paragraphs.textOf(row), term)) continue;
    const byte = arena.u8(out + (row >>> 3), 1);
    byte[0] = (byte[0] ?? 0) | (1 << (row & 7));
  }
}

/** The keys below `size` that are wanted. */
function namedKeys(size: number, isWanted: (key: number) => boolean): KeyRanges {
  const found: [number, number][] = [];
  for (let key = 1; key < size; key++) if (isWanted(key)) found.push([key, key]);
  return keyRanges(found);
}

function nameOf(units: UnitOrder, op: TextCondition['op'], key: number): string {
  return op === 'initials' ? units.initialsOf(key) : units.nameOf(key);
}

/** Of initials any reading begins with the term. */
function fits(op: TextCondition['op'], name: string, text: string): boolean {
  const term = foldText(text);
  return op === 'initials'
    ? name.split('|').some((reading) => textMatches('starts', reading, term))
    : textMatches(op, name, term);
}
