import { dateKey, lowerBound, type DateKey } from '#engine';
import { textOf, type RecordRow } from '#platform/model';
import { firstDay } from '#modules/organization';
import { isHeld, leftOn, signsOfLeaving } from '#modules/quotas';
import type { ReorganizationPlan } from '../plan.ts';
import type { ReorganizationProblem } from '../problems.ts';
import { endsInPlace, type MovedSlot } from '../move-slots.ts';
import { rowsIn, rowWith, type PlannedEdit, type ReadPerson } from '../records.ts';
import { finalHeir } from '../steps/heirs.ts';
import type { PostMove, UnitsPlan } from '../steps/run-steps.ts';
import { fullName, fullNameBefore } from '../steps/working-units.ts';
import { ended, reappointed, relocated, type PostPlace } from './post-rows.ts';
import { replaceNames } from './replace-names.ts';

/** A post before and after. */
export interface MovedPost {
  /** Its row before. */
  readonly row: string;
  readonly unit: string;
  readonly orgName: string;
  readonly title: string;
  readonly since: string;
  /** Can it end with the old unit? Only one that is held then. */
  readonly mayEnd: boolean;
  /** Null: the person has the same post in the new unit already, or the plan lets it end. */
  readonly after: {
    readonly unit: string;
    readonly orgName: string;
    readonly title: string;
    readonly since: string;
  } | null;
}

/** What happens to one person. */
export interface MovedPerson {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly MovedPost[];
  /** 统计关系所在单位, where it becomes another. */
  readonly home: { readonly before: string; readonly after: string } | null;
  /** 现工作单位及职务全称 with the names replaced, where they stand in it. */
  readonly text: { readonly before: string; readonly after: string } | null;
}

/** What people are moved by; the same for all of them. */
export interface MoveTools {
  readonly plan: ReorganizationPlan;
  readonly units: UnitsPlan['units'];
  readonly moves: readonly PostMove[];
  /** Slots in their new places, by `unit slot` of the old. */
  readonly slots: ReadonlyMap<string, MovedSlot>;
  /** What the plan says of single posts, by `person row`. */
  readonly posts: ReadonlyMap<string, ReorganizationPlan['posts'][number]>;
}

export interface PersonOutcome {
  readonly person: MovedPerson | null;
  readonly edit: PlannedEdit | null;
  readonly problems: readonly ReorganizationProblem[];
}

/** Moves one person: posts held on the day of the reorganization, 统计关系, and the texts where that is wanted. */
export function movePerson(tools: MoveTools, { id, sets: stored }: ReadPerson): PersonOutcome {
  const { plan, moves } = tools;
  const sets = rowsIn(stored);
  const a01 = sets['A01']?.[0];
  const name = textOf(a01, 'name');
  const day = dateKey(firstDay(plan.on)) ?? 0;
  const problems: ReorganizationProblem[] = [];
  const tell = (level: ReorganizationProblem['level'], text: string): void => {
    problems.push({ level, person: id, text: `${name}：${text}` });
  };
  const rows = sets['A02'] ?? [];
  const chosen = moves.some((move) => move.kind === 'chosen' && move.people.has(id));
  const targets = new Map(rows.map((row) => [row, targetOf(tools, id, row, day)]));
  const going = rows.filter((row) => targets.get(row) !== undefined);
  if (day >= goneOn(sets, a01)) {
    if (going.length > 0 || chosen)
      tell('hint', '已离退、调出或去世，不随机构转隶；其职务没有免职时间的，请在职务中补上。');
    return { person: null, edit: null, problems };
  }
  for (const row of rows) if (isNamedOnly(tools, row, day)) tell('todo', unmatched(row));

  const posts: MovedPost[] = [];
  const names = new Map<string, string>();
  const shortNames = new Map<string, string>();
  const next: RecordRow[] = [];
  // The row of each post held from the day on, and the slots that duplicates of it bring along.
  const heldIn = new Map(
    rows
      .filter((row) => !going.includes(row) && stateOf(row, day) === 'held')
      .map((row) => [postKey(textOf(row, 'orgCode'), row, textOf(row, 'postTitle')), row.id]),
  );
  const brought = new Map<string, string>();
  for (const row of rows) {
    const target = targets.get(row);
    if (target === undefined) {
      next.push(row);
      if (!endsInPlace(slotOf(tools, row)) || stateOf(row, day) !== 'held') continue;
      const [unit, orgName] = [textOf(row, 'orgCode'), textOf(row, 'orgName')];
      const [title, since] = [textOf(row, 'postTitle'), textOf(row, 'appointedOn')];
      const after = { unit, orgName, title, since };
      posts.push({ row: row.id, unit, orgName, title, since, mayEnd: true, after });
      tell('todo', `所任职位取消，“${orgName}${title}”没有免职，请另行安排，或在“人员”中选“不转任”。`);
      continue;
    }
    const { title, keep } = wantedOf(tools, id, row, target);
    const place = target === null ? null : placeOf(tools, row, target, title);
    if (place === null) {
      tell(
        'todo',
        `“${textOf(row, 'orgName')}${textOf(row, 'postTitle')}”所在机构没有承接机构，职务没有转，请另行安排。`,
      );
      next.push(row);
      continue;
    }
    const isHeldNow = stateOf(row, day) === 'held';
    const shown = {
      row: row.id,
      unit: textOf(row, 'orgCode'),
      orgName: textOf(row, 'orgName'),
      title: textOf(row, 'postTitle'),
      mayEnd: isHeldNow,
    };
    const since = textOf(row, 'appointedOn');
    if (!keep && isHeldNow) {
      posts.push({ ...shown, since, after: null });
      next.push(ended(row, plan.on, plan.documentNo));
      tell('hint', `“${shown.orgName}${shown.title}”到改革日期为止，不再转任，请核对任免手续。`);
      continue;
    }
    rename(names, [shown.orgName, shown.title], [place.orgName, title]);
    rename(
      shortNames,
      [textOf(row, 'orgShortName'), textOf(row, 'postShortTitle') || shown.title],
      [place.orgShortName, title === shown.title ? textOf(row, 'postShortTitle') || title : title],
    );
    if (place.losesRole && textOf(row, 'teamMemberTypeCode') !== '')
      tell('hint', `原内设机构撤销，转入后不再担任“${textOf(row, 'postTitle')}”的领导分工，职务请另行明确。`);
    const key = postKey(place.unit, row, title);
    const same = isHeldNow ? heldIn.get(key) : undefined;
    const isSame = same !== undefined;
    if (isSame && place.slot !== null && !brought.has(same)) brought.set(same, place.slot);
    const inPlace = (plan.keepStart || !isHeldNow) && !isSame;
    posts.push({
      ...shown,
      since,
      after: isSame
        ? null
        : { unit: place.unit, orgName: place.orgName, title, since: inPlace ? since : plan.on },
    });
    if (inPlace) next.push(relocated(row, place));
    else {
      if (since === '')
        tell('hint', `“${shown.orgName}${shown.title}”没有任职时间，改革前的任职将查不到，请补上任职时间。`);
      next.push(ended(row, plan.on, plan.documentNo));
      if (!isSame) next.push(reappointed(row, place, plan.on, plan.documentNo));
    }
    if (isHeldNow && !isSame) heldIn.set(key, next.at(-1)?.id ?? row.id);
    if (isSame) tell('hint', `在“${place.orgName}”已有“${title}”的任职，合为一条。`);
  }
  if (chosen && going.length === 0) tell('todo', '在转出的机构没有现任职务，没有转动。');

  if (isHomeless(tools, textOf(a01, 'statisticalOrgCode')))
    tell('todo', '统计关系所在单位没有承接机构，没有转，请另行安排。');
  const home = homeOf(tools, textOf(a01, 'statisticalOrgCode'), rows, next, day);
  const full = textOf(a01, 'currentPostFull');
  const replaced = replaceNames(full, names);
  const short = textOf(a01, 'currentPostShort');
  const replacedShort = replaceNames(replaceNames(short, shortNames), names);
  if (plan.texts && posts.length > 0 && full !== '' && replaced === full)
    tell('hint', '“现工作单位及职务全称”中没有找到原机构名称，请手工核改。');
  const a01Values = {
    ...(home ? { statisticalOrgCode: home.after } : {}),
    ...(plan.texts && replaced !== full ? { currentPostFull: replaced } : {}),
    ...(plan.texts && replacedShort !== short ? { currentPostShort: replacedShort } : {}),
  };
  const editsOf = {
    ...(a01 && Object.keys(a01Values).length > 0
      ? { A01: { expectedVersion: stored['A01']?.version ?? 0, rows: [rowWith(a01, a01Values)] } }
      : {}),
    ...(next.length !== rows.length || next.some((row, place) => row !== rows[place])
      ? { A02: { expectedVersion: stored['A02']?.version ?? 0, rows: withSlots(next, brought) } }
      : {}),
  };
  const isChanged = Object.keys(editsOf).length > 0;
  if (!isChanged && posts.length === 0) return { person: null, edit: null, problems };
  return {
    person: { id, name, posts, home, text: replaced === full ? null : { before: full, after: replaced } },
    edit: isChanged ? { subject: id, kind: 'person', event: 'update', sets: editsOf } : null,
    problems,
  };
}

/** Held on the day, begun on it or since, or of the past. */
function stateOf(row: RecordRow, day: DateKey): 'held' | 'begins' | 'past' {
  const from = dateKey(textOf(row, 'appointedOn'));
  const to = dateKey(textOf(row, 'removedOn'));
  const hasEnded = textOf(row, 'tenureStatusCode') === '0';
  if (from !== null && lowerBound(from) >= day) return hasEnded && to === null ? 'past' : 'begins';
  return isHeld({ from, to, hasEnded }, day) ? 'held' : 'past';
}

/** The unit in which the post stands in the end; undefined where it stays, null where nobody takes it over. */
function targetOf(tools: MoveTools, person: string, row: RecordRow, day: DateKey): string | null | undefined {
  const { units, moves, posts } = tools;
  const unit = textOf(row, 'orgCode');
  if (unit === '' || stateOf(row, day) === 'past') return undefined;
  let now: string | null = unit;
  for (const move of moves) {
    if (now === null) break;
    if (move.kind === 'all' ? now === move.from : move.people.has(person) && move.body.has(now))
      now = move.to;
  }
  if (now !== unit) return now;
  // Whoever fills a post that bears another name now is appointed to it.
  const slot = slotOf(tools, row);
  if (slot?.to?.unit === unit && slot.newTitle !== slot.title) return unit;
  // Whose slot ends keeps the post, unless the plan says something of it.
  if (endsInPlace(slot) && posts.has(`${person} ${row.id}`)) return unit;
  const [legal, before] = [units.legalOf(unit), units.legalBefore(unit)];
  const office = units.find(unit)?.name ?? '';
  // An office that goes elsewhere keeps its people; where a post names the body, it is a post of another body now.
  return legal && before && legal.id !== before && textOf(row, 'orgName') !== office ? unit : undefined;
}

/** What becomes of the slot that a post fills; undefined for one that fills none, or none that is concerned. */
function slotOf({ slots }: MoveTools, row: RecordRow): MovedSlot | undefined {
  return slots.get(`${textOf(row, 'orgCode')} ${textOf(row, 'slotId')}`);
}

function placeOf(tools: MoveTools, row: RecordRow, unit: string, title: string): PostPlace | null {
  const { units } = tools;
  const target = units.find(unit);
  if (!target || target.abolished) return null;
  const from = units.find(textOf(row, 'orgCode'));
  const slot = slotOf(tools, row)?.to;
  const stays = from === target;
  const [name, before] = [fullName(units, unit), fullNameBefore(units, unit)];
  const saysOldName = name !== before && textOf(row, 'orgName') === before;
  const keepsName = stays && units.legalOf(unit)?.id === units.legalBefore(unit) && !saysOldName;
  const legal = units.legalOf(unit);
  const short = legal && legal !== target ? (legal.shortName || legal.name) + target.name : target.shortName;
  return {
    unit,
    // A post that stays in its unit says the name that it said: that of a party committee, for instance.
    orgName: keepsName ? textOf(row, 'orgName') : name,
    orgShortName: keepsName ? textOf(row, 'orgShortName') : short,
    slot: slot?.unit === unit ? slot.slot : stays && slot !== null ? textOf(row, 'slotId') || null : null,
    title,
    losesRole: from?.kindCode === '2' && target.kindCode !== '2',
  };
}

/** Posts that fill no slot fill the one that is brought to them, by row. */
function withSlots(rows: readonly RecordRow[], brought: ReadonlyMap<string, string>): RecordRow[] {
  return rows.map((row) => {
    const slotId = brought.get(row.id);
    return slotId === undefined || textOf(row, 'slotId') !== '' ? row : rowWith(row, { slotId });
  });
}

/** What the plan wants of a post; whoever bears the name of a slot, and goes or stays with it, bears its new name. */
function wantedOf(tools: MoveTools, person: string, row: RecordRow, target: string | null) {
  const chosen = tools.posts.get(`${person} ${row.id}`);
  const slot = slotOf(tools, row);
  const title = textOf(row, 'postTitle');
  const goesAlong = slot?.to && slot.to.unit === target;
  const usual = goesAlong && slot.title === title ? slot.newTitle : title;
  return { title: chosen?.title || usual, keep: chosen?.keep ?? true };
}

/** How a text that names a unit, or a unit with a post, says it from now on. */
function rename(
  names: Map<string, string>,
  [unit, title]: readonly [string, string],
  [nextUnit, nextTitle]: readonly [string, string],
): void {
  if (unit === '' || nextUnit === '') return;
  names.set(unit, nextUnit);
  if (nextTitle !== title) names.set(unit + title, nextUnit + nextTitle);
}

/** 统计关系 goes with the unit, and with the posts where none is left in the body that it names. */
function homeOf(
  { units }: MoveTools,
  home: string,
  before: readonly RecordRow[],
  after: readonly RecordRow[],
  day: DateKey,
): MovedPerson['home'] {
  if (home === '') return null;
  const heir = finalHeir(units, home);
  if (heir && heir.id !== home) return { before: home, after: units.legalOf(heir.id)?.id ?? heir.id };
  const isHere = (row: RecordRow, bodyOf: (unit: string) => string | null): boolean =>
    stateOf(row, day) !== 'past' && bodyOf(textOf(row, 'orgCode')) === (bodyOf(home) ?? home);
  if (!before.some((row) => isHere(row, (unit) => units.legalBefore(unit)))) return null;
  const now = (unit: string): string | null => units.legalOf(unit)?.id ?? null;
  const open = after.filter((row) => stateOf(row, day) !== 'past' && textOf(row, 'orgCode') !== '');
  if (open.some((row) => now(textOf(row, 'orgCode')) === (now(home) ?? home))) return null;
  const first = open.find((row) => textOf(row, 'isPrimary') === '1') ?? open[0];
  const next = now(textOf(first, 'orgCode'));
  return next === null || next === home ? null : { before: home, after: next };
}

function isHomeless({ units }: MoveTools, home: string): boolean {
  return units.find(home)?.successor !== undefined && finalHeir(units, home) === null;
}

/** From which day on the person is no longer there. */
function goneOn(sets: ReturnType<typeof rowsIn>, a01: RecordRow | undefined): DateKey {
  const date = (set: string, key: string) => dateKey(textOf(sets[set]?.[0], key));
  const isGone =
    textOf(a01, 'personStatusCode').startsWith('2') ||
    signsOfLeaving.some((sign) => textOf(sets[sign.slice(0, 3)]?.[0], sign.slice(4)) !== '');
  return leftOn(date('A30', 'exitedOn'), date('A31', 'approvedOn'), isGone);
}

/** A post whose unit is written but not known, and that names a unit from which others go. */
function isNamedOnly({ units, moves }: MoveTools, row: RecordRow, day: DateKey): boolean {
  if (textOf(row, 'orgCode') !== '' || stateOf(row, day) === 'past') return false;
  const org = textOf(row, 'orgName');
  return moves.some(({ kind, from }) => {
    const unit = kind === 'all' ? units.find(from)?.before : null;
    return [unit?.name, unit?.shortName].some(
      (name) => name !== undefined && name !== '' && org.startsWith(name),
    );
  });
}

function unmatched(row: RecordRow): string {
  return `职务“${textOf(row, 'orgName')}${textOf(row, 'postTitle')}”没有对应到机构树中的机构，不能随机构转隶，请先在职务中选定机构。`;
}

function postKey(unit: string, row: RecordRow, title: string): string {
  return `${unit} ${title} ${textOf(row, 'removedOn')}`;
}
