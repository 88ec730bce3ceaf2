import { dateText } from '#engine';
import { errors, printDate, type OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import {
  isSlotThere,
  mainPost,
  placesOn,
  isHeld,
  isThere,
  type CareerPost,
  type readTeam,
  type TeamHolder,
} from '#modules/quotas';
import { nameReader, reasonIn } from './names.ts';
import { linesOf, rangeOf } from './quota-list.ts';
import type { QuotaSight } from './quota-office.ts';
import { holdersInUnits, titlesOf, type HolderInUnit } from './team-posts.ts';
import { headOf, labelOf, lineOf, outOfReach, unitOf } from './told.ts';

/** The team of a unit on a day: its slots with who fills them, and members who fill none. */
export function teamOf(store: Store, sight: QuotaSight, id: string): OperationOutput<typeof readTeam> {
  rangeOf(sight, id);
  const { book, day } = sight;
  const place = book.placeOf(id);
  const unit = place === undefined ? undefined : book.units[place];
  if (place === undefined || !unit) throw errors.notFound('这个机构');
  const slots = isThere(unit, day) ? unit.slots.filter((slot) => isSlotThere(slot, day)) : [];
  const tell = holderTeller(sight);
  const known = new Set(slots.map((slot) => slot.id));
  const holders = holdersInUnits(sight, [id]).get(id) ?? [];
  const members = holders.filter(({ held }) =>
    held.some((post) => post.role !== null || (post.slot !== null && known.has(post.slot))),
  );
  const inSlot = (slot: string) =>
    members
      .filter(({ held }) => slotOf(held, known) === slot)
      .map(tell)
      .toSorted(inOrder);
  return {
    ...headOf(sight),
    unit: unitOf(store, sight, place),
    slots: slots
      .toSorted((a, b) => (a.order ?? 9_999) - (b.order ?? 9_999))
      .map((slot) => ({
        id: slot.id,
        title: slot.title,
        roleCode: slot.role ?? '',
        places: slot.places,
        counted: slot.isCounted,
        level: [...new Set([slot.lowestLevel, slot.highestLevel])]
          .filter((level) => level !== null)
          .map((level) => labelOf(store, 'ZB09', level))
          .join('至'),
        sensitive: labelOf(store, 'PS01-SENSITIVE', slot.sensitive),
        holders: inSlot(slot.id),
      })),
    others: members
      .filter(({ held }) => slotOf(held, known) === null)
      .map(tell)
      .toSorted(inOrder),
    lines: linesOf(sight, id)
      .filter((line) => line.place === place)
      .map((line) => lineOf(sight, line)),
  };
}

/** The slot that a person fills in the unit: that of the post with the highest role. */
function slotOf(held: readonly CareerPost[], known: ReadonlySet<string>): string | null {
  return held.find(({ slot }) => slot !== null && known.has(slot))?.slot ?? null;
}

function holderTeller(sight: QuotaSight) {
  const { day, tools } = sight;
  const reader = nameReader(sight);
  return ({ person, career, held }: HolderInUnit): TeamHolder => {
    const isKnown = sight.seesPerson(person);
    const all = career.posts.filter((post) => isHeld(post, day));
    const main = mainPost(all);
    const place = placesOn(career, day, tools).find(({ post }) => post !== null && held.includes(post));
    const isAttached = held.every((post) => post.isAttached);
    const orders = held.flatMap(({ teamOrder }) => teamOrder ?? []);
    const since = held.flatMap(({ from }) => from ?? []);
    return {
      id: isKnown ? reader.idOf(person) : null,
      name: isKnown ? reader.nameOf(person) : outOfReach,
      titles: titlesOf(held.filter((post) => post.role !== null || post.slot !== null)),
      since: since.length === 0 ? '' : printDate(dateText(Math.min(...since))),
      order: orders.length === 0 ? null : Math.min(...orders),
      counted: place ? place.reason === null : null,
      reason: place && isKnown ? reasonIn(sight, place) : '',
      kind: isAttached ? 'attached' : main !== null && main.unit === held[0]?.unit ? 'main' : 'concurrent',
    };
  };
}

function inOrder(a: TeamHolder, b: TeamHolder): number {
  return (a.order ?? 9_999) - (b.order ?? 9_999) || (a.since < b.since ? -1 : 1);
}
