import type { SubjectKind } from '#platform/model';
import { openPayload, type ItemPayload } from './payload.ts';
import type { RecordsTransaction } from './projection.ts';
import type { Store } from './store.ts';

const batch = 200;

/** The state of one subject as the journal tells it. */
interface Told {
  kind: SubjectKind | null;
  removed: boolean;
  /** The last state of each set. */
  readonly sets: Map<string, { readonly version: number; readonly rows: string; readonly seq: number }>;
  /** Changes whose content was lawfully erased: what they wrote is not known. */
  readonly erased: Set<string>;
  seq: number;
}

/**
 * Follows every subject through the journal and compares what is told there with what is stored. Answers the number of
 * the change after which they part, 0 for what no change has made, null when all is as told.
 */
export async function firstStraySubject(store: Store): Promise<number | null> {
  let after: string | null = '';
  while (after !== null) {
    const from: string = after;
    // In a transaction, because somebody may be writing: both sides must be of the same moment.
    const found: { stray: number | null; last: string | null } = await store.db
      .transaction()
      .execute((tx) => checkSome(tx, from));
    if (found.stray !== null) return found.stray;
    after = found.last;
  }
  return (await hasUntold(store)) ? 0 : null;
}

async function checkSome(tx: RecordsTransaction, after: string) {
  const subjects = await tx
    .selectFrom('change_items')
    .innerJoin('changes', 'changes.id', 'change_items.change_id')
    .select('change_items.subject')
    .distinct()
    .where('change_items.subject', '>', after)
    .orderBy('change_items.subject')
    .limit(batch)
    .execute();
  const ids = subjects.map(({ subject }) => subject);
  if (ids.length === 0) return { stray: null, last: null };
  const told = await tellAll(tx, ids);
  const strays = [...(await strayRecords(tx, told)), ...(await strayFlags(tx, told))];
  return { stray: strays.length > 0 ? Math.min(...strays) : null, last: ids.at(-1) ?? null };
}

async function tellAll(tx: RecordsTransaction, ids: readonly string[]): Promise<Map<string, Told>> {
  const told = new Map<string, Told>();
  const items = await tx
    .selectFrom('change_items')
    .innerJoin('changes', 'changes.id', 'change_items.change_id')
    .select(['change_items.subject', 'change_items.payload', 'changes.seq', 'changes.id'])
    .where('change_items.subject', 'in', ids)
    .orderBy('changes.seq')
    .execute();
  for (const { subject, payload, seq, id } of items) {
    const state = told.get(subject) ?? {
      kind: null,
      removed: false,
      sets: new Map(),
      erased: new Set(),
      seq,
    };
    told.set(subject, state);
    state.seq = seq;
    if (payload === null) {
      state.erased.add(id);
      continue;
    }
    const item = JSON.parse(openPayload(payload)) as ItemPayload;
    state.kind = item.kind;
    if (item.event !== 'update') state.removed = item.event === 'remove';
    for (const [code, { to, after }] of Object.entries(item.sets)) {
      state.sets.set(code, { version: to, rows: JSON.stringify(after), seq });
    }
  }
  return told;
}

/** The changes behind sets that are not stored as told, stored and not told, or told and not stored. */
async function strayRecords(tx: RecordsTransaction, told: ReadonlyMap<string, Told>): Promise<number[]> {
  const records = await tx
    .selectFrom('current_records')
    .selectAll()
    .where('subject', 'in', [...told.keys()])
    .execute();
  const strays: number[] = [];
  const stored = new Set<string>();
  for (const { subject, set_code: code, version, rows, change_id: change } of records) {
    stored.add(`${subject} ${code}`);
    const state = told.get(subject);
    const set = state?.sets.get(code);
    if (state?.erased.has(change)) continue;
    if (!set || set.version !== version || set.rows !== rows) strays.push(set?.seq ?? state?.seq ?? 0);
  }
  for (const [subject, { sets }] of told) {
    for (const [code, { seq }] of sets) if (!stored.has(`${subject} ${code}`)) strays.push(seq);
  }
  return strays;
}

/** The changes behind subjects that are hidden, removed or there against what is told. */
async function strayFlags(tx: RecordsTransaction, told: ReadonlyMap<string, Told>): Promise<number[]> {
  const subjects = await tx
    .selectFrom('subjects')
    .leftJoin('drafts', 'drafts.id', 'subjects.draft')
    .select(['subjects.id', 'subjects.kind', 'subjects.removed', 'drafts.id as hiding'])
    .where('subjects.id', 'in', [...told.keys()])
    .execute();
  const stored = new Map(subjects.map((subject) => [subject.id, subject]));
  return [...told].flatMap(([id, state]) => {
    const subject = stored.get(id);
    if (!subject || subject.hiding !== null) return [state.seq];
    const isAsTold =
      (state.kind === null || subject.kind === state.kind) &&
      (state.erased.size > 0 || (subject.removed === 1) === state.removed);
    return isAsTold ? [] : [state.seq];
  });
}

/** Is something stored of which no change tells, and which is not work in progress either? */
async function hasUntold(store: Store): Promise<boolean> {
  const record = await store.db
    .selectFrom('records')
    .select('subject')
    .where('change_id', 'not in', (eb) => eb.selectFrom('changes').select('changes.id'))
    .where('change_id', 'not in', (eb) => eb.selectFrom('drafts').select('drafts.id'))
    .limit(1)
    .executeTakeFirst();
  const subject = await store.db
    .selectFrom('subjects')
    .leftJoin('drafts', 'drafts.id', 'subjects.draft')
    .select('subjects.id')
    .where('drafts.id', 'is', null)
    .where('subjects.id', 'not in', (eb) => eb.selectFrom('change_items').select('subject'))
    .limit(1)
    .executeTakeFirst();
  return record !== undefined || subject !== undefined;
}
