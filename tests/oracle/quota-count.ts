import { first, whenOf, type When } from './dates.ts';
import { a01, isFormer } from './facts-of-life.ts';
import { heldPosts, standing } from './facts-of-posts.ts';
import { approvedNumber, legalUnit, poolOf, stageOf, type CountedUnit } from './quota-units.ts';
import { numberOf, storedRows, stringOf, type Person, type Row } from './records.ts';

/** A line of the quota table, names sorted. */
export interface CountedLine {
  readonly unit: string;
  readonly bucket: string;
  readonly approved: number | null;
  readonly filled: number;
  readonly vacancy: number;
  readonly excess: number;
  readonly names: readonly string[];
  readonly notCounted: readonly string[];
}

type Units = ReadonlyMap<string, CountedUnit>;

/** One entry for a person in a bucket of a unit. */
interface Claim {
  readonly unit: string;
  readonly code: string;
  readonly person: Person;
  readonly why: string | null;
}

const codeOfBucket: Readonly<Record<string, string>> = {
  principal: '11',
  deputy: '12',
  member: '13',
  internal: '2',
  internalHead: '21',
  internalDeputy: '22',
  'rank:consultant2': '31',
  'rank:consultant34': '32',
  'rank:principalStaff12': '33',
  'rank:principalStaff34': '34',
};
const rankCodes: Readonly<Record<string, string>> = {
  '14': '31',
  '15': '32',
  '16': '32',
  '17': '33',
  '18': '33',
  '19': '34',
  '1A': '34',
};
const sentOut = /挂职|挂任|援派|援藏|援疆|援青/;

/** The quota table of a day, counted person by person from the exported lines. */
export function countQuotas(people: readonly Person[], units: Units, on: When): CountedLine[] {
  const claims = people.flatMap((person) =>
    isFormer(person, on) === '1'
      ? []
      : [...leadingClaims(person, units, on), ...rankClaims(person, units, on)],
  );
  const byCell = Map.groupBy(claims, ({ unit, code }) => `${unit} ${code}`);
  const lines: CountedLine[] = [];
  for (const unit of units.values()) {
    if (stageOf(unit, on) === 'before') continue;
    const isPool = poolOf(units, unit, on) === unit;
    const isTogether =
      approvedNumber(unit, '2', on) !== null &&
      approvedNumber(unit, '21', on) === null &&
      approvedNumber(unit, '22', on) === null;
    for (const [bucket, code] of Object.entries(codeOfBucket)) {
      const isRank = code.startsWith('3');
      if (isRank ? !isPool : unit.kind !== '1') continue;
      if (bucket === 'internal' && !isTogether) continue;
      if (isTogether && (code === '21' || code === '22')) continue;
      const cells = bucket === 'internal' ? ['21', '22'] : [code];
      const own = cells.flatMap((cell) => byCell.get(`${unit.id} ${cell}`) ?? []);
      const approved = approvedNumber(unit, code, on);
      if (approved === null && own.length === 0) continue;
      lines.push(lineOf(unit.id, bucket, approved, own));
    }
  }
  return lines;
}

function lineOf(
  unit: string,
  bucket: string,
  approved: number | null,
  claims: readonly Claim[],
): CountedLine {
  const counted = new Set(claims.filter(({ why }) => why === null).map(({ person }) => person));
  const filled = counted.size;
  return {
    unit,
    bucket,
    approved,
    filled,
    vacancy: approved === null || approved < filled ? 0 : approved - filled,
    excess: approved === null || filled < approved ? 0 : filled - approved,
    names: [...counted].map(nameOf).toSorted(),
    notCounted: claims
      .filter(({ why }) => why !== null)
      .map(({ person, why }) => `${nameOf(person)}：${why}`)
      .toSorted(),
  };
}

const nameOf = (person: Person): string => stringOf(a01(person)['name']) ?? '';
const unitOf = (row: Row): string | null => stringOf(row['orgCode']);

function isSentOut(row: Row): boolean {
  return ['postTitle', 'changeReason', 'changeTypeCode'].some((key) =>
    sentOut.test(stringOf(row[key]) ?? ''),
  );
}

/** 主职务, of the posts that are no 挂职. */
function mainOf(held: readonly Row[]): Row | undefined {
  const place = (row: Row): number => Math.min(numberOf(row['personalOrder']) ?? 999_999, 999_999);
  const since = (row: Row): number => {
    const when = whenOf(row['appointedOn']);
    return when ? first(when) : 0;
  };
  return held
    .filter((row) => !isSentOut(row))
    .toSorted(
      (a, b) =>
        Number(b['isPrimary'] === '1') - Number(a['isPrimary'] === '1') ||
        place(a) - place(b) ||
        since(b) - since(a),
    )[0];
}

function slotOf(row: Row, units: Units): Row | undefined {
  return units.get(unitOf(row) ?? '')?.slots.get(stringOf(row['slotId']) ?? '');
}

/** The bucket (QT01-BUCKET) that a post is in. */
function codeOf(row: Row, units: Units): string | null {
  const slot = slotOf(row, units);
  const role = stringOf(slot ? slot['roleCode'] : row['teamMemberTypeCode']);
  const kind = units.get(unitOf(row) ?? '')?.kind;
  if (kind === '1') return role === '1' ? '11' : role === '3' ? '12' : role === 'Z' ? '13' : null;
  return kind === '2' ? (role === '1' ? '21' : role === '3' ? '22' : null) : null;
}

function leadingClaims(person: Person, units: Units, on: When): Claim[] {
  const held = heldPosts(person, on);
  const main = mainOf(held);
  const claims: Claim[] = [];
  for (const unit of new Set(held.map(unitOf))) {
    const titles = held.filter((row) => unitOf(row) === unit && codeOf(row, units) !== null);
    const regular = titles.filter((row) => !isSentOut(row));
    const best = (regular.length > 0 ? regular : titles).map((row) => codeOf(row, units) ?? '').toSorted()[0];
    const legal = legalUnit(units, unit);
    if (best === undefined || !legal) continue;
    const reasons = (regular.length > 0 ? regular : titles)
      .filter((row) => codeOf(row, units) === best)
      .map((row) => whyNot(row, best, main, units));
    const why = reasons.includes(null) ? null : (reasons[0] ?? null);
    const before = claims.findIndex((each) => each.unit === legal.id && each.code === best);
    const claim: Claim = { unit: legal.id, code: best, person, why };
    if (before < 0) claims.push(claim);
    else if (why === null) claims[before] = claim;
  }
  return claims;
}

function whyNot(row: Row, code: string, main: Row | undefined, units: Units): string | null {
  if (isSentOut(row)) return '挂职';
  const isPrincipal = code === '11' || code === '21';
  if (!isPrincipal && main && unitOf(main) !== unitOf(row)) return '主职在别处';
  if (row['occupiesHeadcount'] === '1') return '标记';
  return slotOf(row, units)?.['isCounted'] === '0' ? '职位' : null;
}

const seniors = new Set(['1A01', '1A02', '1A11', '1A12', '1A21', '1A22', '1A31', '1A32']);

function rankClaims(person: Person, units: Units, on: When): Claim[] {
  const held = heldPosts(person, on);
  const main = mainOf(held);
  const code = rankCodes[standing(person, on, 'rank')?.code ?? ''];
  const home = (main && unitOf(main)) ?? stringOf(a01(person)['statisticalOrgCode']);
  const unit = legalUnit(units, home);
  if (code === undefined || !unit) return [];
  return [{ unit: poolOf(units, unit, on).id, code, person, why: whyNoRank(person, on) }];
}

function whyNoRank(person: Person, on: When): string | null {
  if (seniors.has(standing(person, on, 'level')?.code ?? '')) return '区级';
  const [entry = {}] = storedRows(person, 'A29');
  const isSoldier = /军转|军队转业|转业安置/.test(stringOf(entry['entryTypeCode']) ?? '');
  const ranks = storedRows(person, 'A05').filter((row) => {
    const from = whenOf(row['approvedOn']);
    return row['kind'] === '1' && (!from || first(from) <= first(on));
  });
  return isSoldier && ranks.length <= 1 ? '首次套转' : null;
}
