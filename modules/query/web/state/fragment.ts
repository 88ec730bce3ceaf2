import { z } from 'zod';
import type { Condition, Question } from '#engine';
import { questionSchema } from '#platform/model';
import { sortKeySchema } from '../../model/asking.ts';
import { askable } from '../tree/askable.ts';

/** A question with how it is looked at. */
export interface Asked {
  readonly question: Question;
  /** The reference date (截止时间); absent: today. */
  readonly asOf?: string | undefined;
  readonly columns?: readonly string[] | undefined;
  readonly sort?:
    | readonly { readonly field: string; readonly descending?: boolean | undefined }[]
    | undefined;
}

const fragmentSchema = z.strictObject({
  question: questionSchema,
  asOf: z.iso.date().optional(),
  columns: z.array(z.string()).max(60).optional(),
  sort: z.array(sortKeySchema).max(6).optional(),
});

const mark = 'q=';
const storedMark = 's=';

/**
 * The part of the address after `#`, which browsers do not send to the server. Null for questions that name people: their
 * ids never stand in an address.
 */
export function fragmentOf(asked: Asked): string | null {
  const { question } = askable(asked.question);
  if (question.where && namesPeople(question.where)) return null;
  const { asOf, columns, sort } = asked;
  const isPlain = !question.where && !question.population && !asOf && !columns && !sort?.length;
  if (isPlain) return '';
  const text = JSON.stringify({ question, asOf, columns, sort: sort?.length ? sort : undefined });
  return mark + packed(text);
}

/** The part of the address that opens what is saved under an id, as it was saved. */
export function storedFragment(id: string): string {
  return storedMark + id;
}

/** The id of the saved question or list that an address opens; null when it opens none. */
export function storedIdIn(fragment: string): string | null {
  const text = fragment.replace(/^#/, '');
  return text.startsWith(storedMark) ? text.slice(storedMark.length) : null;
}

/** What an address asks; null when it asks nothing or cannot be read. */
export function readFragment(fragment: string): Asked | null {
  const text = fragment.replace(/^#/, '');
  if (!text.startsWith(mark)) return null;
  try {
    return fragmentSchema.parse(JSON.parse(unpacked(text.slice(mark.length))));
  } catch {
    // Cut off or made up: the page opens without a question and says so.
    return null;
  }
}

/** Letters and digits only: chat programs and mails leave such addresses whole. */
function packed(text: string): string {
  const signs = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  return btoa(signs).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function unpacked(signs: string): string {
  const plain = atob(signs.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function namesPeople(node: Condition): boolean {
  switch (node.op) {
    case 'people':
      return true;
    case 'all':
    case 'any':
      return node.of.some(namesPeople);
    case 'not':
      return namesPeople(node.of);
    default:
      return false;
  }
}
