import { hashPayload, openPayload } from './payload.ts';
import { chainStart, hashItems, linkHash } from './seal-change.ts';
import type { Store } from './store.ts';
import { firstBadFile } from './verify-files.ts';
import { firstStraySubject } from './verify-records.ts';

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
 * payload, every subject and set against what the journal tells of it, and every file against its name.
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
  const stray = await firstStraySubject(store);
  if (stray !== null) return bad(stray, `第 ${stray} 号变更之后，有记录绕过变更日志被直接改动。`);
  const file = await firstBadFile(store);
  if (file !== null) return bad(file, `第 ${file} 号变更写入的照片或原文件已损坏或丢失。`);
  return { changes, ok: true, firstBad: null, message: `共 ${changes} 项变更，全部完好。` };
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

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
