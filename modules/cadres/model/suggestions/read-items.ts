import { parseResume, readDateText } from '#documents/formats';
import { textOf, writtenOf, type PartialDate, type RecordRow } from '#platform/model';
import { splitBrackets } from './brackets.ts';
import { readClauses, type ClauseKind } from './clauses.ts';

/** A part of a résumé line that speaks of one thing in one span of time. */
export interface Item {
  readonly kind: ClauseKind | 'paragraph';
  readonly text: string;
  readonly startedOn: PartialDate | null;
  readonly endedOn: PartialDate | null;
  /** The spelling of the dates where it differs. */
  readonly writtenStart: string;
  readonly writtenEnd: string;
  /** The line has a start and no end: it lasts until now. */
  readonly open: boolean;
  /** A note such as （其间：…）: something beside the main line. */
  readonly inner: boolean;
}

type Span = Omit<Item, 'kind' | 'text'>;

const INNER = /^\s*(?:其间|期间|其中|在此期间)\s*[:：,，]?\s*/u;
const DATE_SPAN = /(?:19|20)\d{2}(?:[.．年/-]\s?\d{1,2}月?)?\s*(?:[-－—–―─~〜～至到]\s*){1,4}(?:19|20)\d{2}/u;
const SINGLE_DATE =
  /^((?:19|20)\d{2}(?:[.．]\d{1,2}(?!\d)|年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{2}(?!\d)))(?:起|开始|后|至今)?[,，:：\s]*/u;

/** Reads a row of 简历段 into its parts: the main line first, then what stands in （其间：…）. */
export function readItems(row: RecordRow): Item[] {
  const text = textOf(row, 'text');
  const startedOn = textOf(row, 'startedOn') || null;
  const endedOn = textOf(row, 'endedOn') || null;
  const span: Span = {
    startedOn,
    endedOn,
    writtenStart: writtenOf(row, 'startedOn'),
    writtenEnd: writtenOf(row, 'endedOn'),
    open: startedOn !== null && endedOn === null,
    inner: false,
  };
  if (startedOn === null) return text.trim() === '' ? [] : [{ ...span, kind: 'paragraph', text }];
  let main = '';
  const notes: string[] = [];
  for (const line of text.split('\n')) {
    if (INNER.test(line)) notes.push(line);
    else {
      main += main === '' ? '' : '\n';
      for (const stretch of splitBrackets(line)) {
        if (stretch.kind === 'text') main += withoutInnerTail(stretch.value, notes);
        else if (isInner(stretch.value)) notes.push(stretch.value);
        else main += `（${stretch.value}）`;
      }
    }
  }
  return [...itemsOf(main, span), ...notes.flatMap(innerItems)];
}

function itemsOf(text: string, span: Span): Item[] {
  return readClauses(text).map((clause) => ({ ...span, ...clause }));
}

/** ……，其间借调某部工作: the rest of the text is a note, though without brackets. */
function withoutInnerTail(text: string, notes: string[]): string {
  const [main = '', ...inner] = text.split(/[，,；;。]\s*(?=其间|期间)/u);
  notes.push(...inner);
  return main;
}

function isInner(note: string): boolean {
  return INNER.test(note) || DATE_SPAN.exec(note)?.index === 0;
}

function innerItems(note: string): Item[] {
  const text = note.replace(INNER, '').replace(/[。；;]\s*$/u, '');
  return entriesOf(text).flatMap((entry) => {
    const { text: words, ...span } = spanOf(entry);
    return itemsOf(words, span);
  });
}

/** The entries of a note: parted at semicolons and before every span of dates. */
function entriesOf(text: string): string[] {
  return text
    .split(/[；;\n]/u)
    .flatMap((part) => part.split(new RegExp(`[，,、。\\s]*(?=${DATE_SPAN.source})`, 'u')))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function spanOf(entry: string): Span & { readonly text: string } {
  const base = {
    startedOn: null,
    endedOn: null,
    writtenStart: '',
    writtenEnd: '',
    open: false,
    inner: true,
    text: entry,
  };
  const [segment] = parseResume(entry);
  if (segment?.from) {
    const text = segment.text.replace(/^[,，、\s]+/u, '');
    return { ...base, startedOn: segment.from, endedOn: segment.to, open: segment.open, text };
  }
  const single = SINGLE_DATE.exec(entry);
  const date = readDateText(single?.[1] ?? '');
  if (!single || !date) return base;
  const month = date.month === undefined ? '' : `-${String(date.month).padStart(2, '0')}`;
  const written = date.day === undefined ? '' : (single[1] ?? '');
  return {
    ...base,
    startedOn: `${date.year}${month}`,
    writtenStart: written,
    text: entry.slice(single[0].length),
  };
}
