import { hashPayload, openPayload, type ItemPayload } from './payload.ts';
import { chainStart, hashItems, linkHash } from './seal-change.ts';
import type { Store } from './store.ts';

/** The result of a check of the whole journal. */
export interface JournalCheck {
  readonly changes: number;
  readonly ok: boolean;
  /** The number of the first change that does not hold, null when all do. */
  readonly firstBad: number | null;
  /** A Chinese sentence that says what does not hold. */
  readonly message: string;
}

/**
 * Proves that the journal is unbroken and that the records are what it says: every link's hash, every item against its
 * payload, and every stored set against the change that wrote it last.
 */
export async function verifyJournal(
  store: Store,
  onProgress: (done: number) => void = () => {},
): Promise<JournalCheck> {
  let previous = chainStart;
  let changes = 0;
  const bad = (seq: number, message: string): JournalCheck => ({
    changes,
    ok: false,
    firstBad: seq,
    message,
  });
  for (;;) {
    const link = await store.db
      .selectFrom('changes')
      .selectAll()
      .where('seq', '>', changes)
      .orderBy('seq')
      .limit(1)
      .executeTakeFirst();
    if (!link) break;
    const { hash, ...said } = link;
    if (link.seq !== changes + 1) return bad(changes + 1, `第 ${changes + 1} 号变更缺失。`);
    if (link.previous_hash !== previous || linkHash(said) !== hash) {
      return bad(link.seq, `第 ${link.seq} 号变更的记录被改动过。`);
    }
    const items = await hashItems(store.db, link.id);
    if (items.hash !== link.items_hash || items.count !== link.subjects) {
      return bad(link.seq, `第 ${link.seq} 号变更的明细被改动过。`);
    }
    if (!(await itemsHold(store, link.id))) return bad(link.seq, `第 ${link.seq} 号变更的内容与校验值不符。`);
    previous = hash;
    changes = link.seq;
    onProgress(changes);
  }
  const stray = await firstStrayRecord(store);
  return stray ?? { changes, ok: true, firstBad: null, message: `共 ${changes} 项变更，全部完好。` };

  async function firstStrayRecord(checked: Store): Promise<JournalCheck | null> {
    const seq = await firstRecordThatDiffers(checked);
    return seq === null ? null : bad(seq, `第 ${seq} 号变更之后，有记录绕过变更日志被直接改动。`);
  }
}

async function itemsHold(store: Store, changeId: string): Promise<boolean> {
  const items = store.db
    .selectFrom('change_items')
    .select(['salt', 'payload', 'payload_hash'])
    .where('change_id', '=', changeId)
    .stream();
  let holds = true;
  for await (const { salt, payload, payload_hash: hash } of items) {
    if (payload === null) continue;
    holds &&= equalBytes(hashPayload(salt, openSafely(payload)), hash);
  }
  return holds;
}

/** A payload that cannot even be unpacked has no text that could match. */
function openSafely(payload: Uint8Array): string {
  try {
    return openPayload(payload);
  } catch {
    return '';
  }
}

async function firstRecordThatDiffers(store: Store): Promise<number | null> {
  const records = store.db
    .selectFrom('records')
    .leftJoin('changes', 'changes.id', 'records.change_id')
    .leftJoin('change_items', (join) =>
      join
        .onRef('change_items.change_id', '=', 'records.change_id')
        .onRef('change_items.subject', '=', 'records.subject'),
    )
    .select([
      'records.subject',
      'records.set_code',
      'records.version',
      'records.rows',
      'changes.seq',
      'change_items.payload',
    ])
    .where('records.change_id', 'not in', (eb) => eb.selectFrom('drafts').select('drafts.id'))
    .orderBy('records.change_id')
    .orderBy('records.subject')
    .stream();
  let opened: { bytes: Uint8Array; item: ItemPayload } | null = null;
  let first: number | null = null;
  for await (const { set_code: code, version, rows, seq, payload } of records) {
    if (first !== null) continue;
    if (seq === null) first = 0;
    else if (payload !== null) {
      if (!opened || !equalBytes(opened.bytes, payload)) {
        opened = { bytes: payload, item: JSON.parse(openPayload(payload)) as ItemPayload };
      }
      const set = opened.item.sets[code];
      if (!set || set.to !== version || JSON.stringify(set.after) !== rows) first = seq;
    }
  }
  return first;
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
