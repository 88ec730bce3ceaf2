import type { DateKey } from '#engine';
import type { Bucket } from './buckets.ts';
import type { Career, CareerPost, CareerStanding, Role } from './career.ts';
import { isHeld } from './held.ts';
import { placesOn } from './places.ts';
import type { PlaceTools } from './place-tools.ts';

/** A post that somebody is to take. */
export interface NewPost {
  readonly unit: string | null;
  readonly orgName: string;
  readonly title: string;
  readonly role: Role | null;
  readonly slot?: string | null;
  readonly level?: string | null;
  readonly isPrimary?: boolean;
  readonly isAttached?: boolean;
  readonly isExempt?: boolean;
}

/** What is to become of a person: posts that end (by row id), posts that begin, another rank, or the end of service. */
export interface Move {
  readonly person: string;
  readonly on: DateKey;
  readonly ends: readonly string[];
  readonly begins: readonly NewPost[];
  /** A rank of ZB148; null ends the rank held, undefined leaves it. */
  readonly rank?: string | null;
  readonly leaves?: boolean;
}

/** What a batch of moves does to a bucket of a unit. */
export interface PendingChange {
  readonly unit: string;
  readonly bucket: Bucket;
  /** People whose counted places there are released (拟免) and filled (拟配). */
  readonly released: readonly string[];
  readonly filled: readonly string[];
}

/** The career with a person's moves applied; the order in which they are given does not matter. */
export function applyMoves(career: Career, moves: readonly Move[]): Career {
  const inTime = moves.toSorted((a, b) => a.on - b.on || (textOf(a) < textOf(b) ? -1 : 1));
  return inTime.reduce(applyMove, career);
}

function applyMove(career: Career, move: Move): Career {
  const { on, ends, begins, rank, leaves } = move;
  const takesMain = begins.some(({ isPrimary }) => isPrimary === true);
  const posts = career.posts.flatMap((post): CareerPost[] => {
    if (!isHeld(post, on)) return [post];
    if (ends.includes(post.id)) return [{ ...post, to: on, hasEnded: true }];
    // A post that goes on is no longer the main one.
    if (takesMain && post.isPrimary)
      return [
        { ...post, to: on, hasEnded: true },
        { ...post, from: on, isPrimary: false },
      ];
    return [post];
  });
  const standings = career.standings.map((row): CareerStanding =>
    rank !== undefined && row.kind === 'rank' && isHeld(row, on) ? { ...row, to: on, hasEnded: true } : row,
  );
  if (typeof rank === 'string')
    standings.push({ kind: 'rank', code: rank, from: on, to: null, hasEnded: false });
  return {
    ...career,
    posts: [...posts, ...begins.toSorted(byText).map((post) => newPost(post, on))],
    standings,
    rank: rank === undefined ? career.rank : { code: null, since: null },
    leftOn: leaves === true ? Math.min(career.leftOn, on) : career.leftOn,
  };
}

function newPost(post: NewPost, on: DateKey): CareerPost {
  const { unit, orgName, title, role, slot = null, level = null } = post;
  return {
    id: '',
    unit,
    orgName,
    title,
    from: on,
    to: null,
    hasEnded: false,
    role,
    slot,
    level,
    isLeading: role !== null,
    isPrimary: post.isPrimary ?? false,
    order: null,
    teamOrder: null,
    isAttached: post.isAttached ?? false,
    givesNoLevel: post.isAttached ?? false,
    isExempt: post.isExempt ?? false,
    exemptReason: '',
    exemptDocNo: '',
    exemptApprover: '',
  };
}

/**
 * What a batch does to the places of a day: the whole batch at once, whatever the order of its moves. Moves of people who
 * are not among the careers are passed over. Buckets that do not change are left out.
 */
export function whatIf(
  careers: ReadonlyMap<string, Career>,
  moves: readonly Move[],
  day: DateKey,
  tools: PlaceTools,
): readonly PendingChange[] {
  const changes = new Map<string, { unit: string; bucket: Bucket; released: string[]; filled: string[] }>();
  const changeOf = (unit: string, bucket: Bucket) => {
    const key = `${unit} ${bucket}`;
    const known = changes.get(key) ?? { unit, bucket, released: [], filled: [] };
    changes.set(key, known);
    return known;
  };
  for (const [person, own] of [...Map.groupBy(moves, (move) => move.person)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    const career = careers.get(person);
    if (!career) continue;
    const before = countedOn(career, day, tools);
    const after = countedOn(applyMoves(career, own), day, tools);
    for (const [key, { unit, bucket }] of before)
      if (!after.has(key)) changeOf(unit, bucket).released.push(person);
    for (const [key, { unit, bucket }] of after)
      if (!before.has(key)) changeOf(unit, bucket).filled.push(person);
  }
  return [...changes.values()];
}

function countedOn(career: Career, day: DateKey, tools: PlaceTools) {
  const counted = placesOn(career, day, tools).filter(({ reason }) => reason === null);
  return new Map(counted.map(({ unit, bucket }) => [`${unit} ${bucket}`, { unit, bucket }]));
}

function byText(a: NewPost, b: NewPost): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

/** The same for the same move, whatever the order of its parts. */
function textOf({ ends, begins, rank, leaves }: Move): string {
  return JSON.stringify([ends.toSorted(), begins.toSorted(byText), rank ?? null, leaves ?? false]);
}
