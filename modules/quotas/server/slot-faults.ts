import { isHeld, isSlotThere, type Slot } from '#modules/quotas';
import { dateView, testView, textView } from './column-views.ts';
import type { FoundPlace } from './place-store.ts';
import type { QuotaSight } from './quota-office.ts';

/** What is wrong between a leading place and the slots of its unit: it fills none, or is of a higher level than its slot. */
export type SlotFault = 'without' | 'above';

/** Tells what is wrong with leading places of one unit after another, reading the posts alone. */
export function slotFaults({ engine, book, places, tools, day }: QuotaSight) {
  const { dataset } = engine;
  const { root, arena, units } = dataset;
  const posts = dataset.child('A02');
  if (!posts) throw new Error('the tables have no A02');
  const start = arena.u32(posts.start, root.rows);
  const length = arena.u16(posts.length, root.rows);
  const unitKey = textView(dataset, 'A02.orgCode').key;
  const slot = textView(dataset, 'A02.slotId').text;
  const level = textView(dataset, 'A02.positionLevelCode').text;
  const [from, to] = [dateView(dataset, 'A02.appointedOn'), dateView(dataset, 'A02.removedOn')];
  const hasEnded = testView(textView(dataset, 'A02.tenureStatusCode'), (status) => status === '0');
  return ({ person, unit }: FoundPlace): SlotFault | null => {
    const id = places.units.idOf(unit);
    const own = book.units[book.placeOf(id) ?? -1]?.slots.filter((each) => isSlotThere(each, day)) ?? [];
    if (own.length === 0) return null;
    const key = units.keyOf(id);
    let fault: SlotFault | null = 'without';
    const first = start[person] ?? 0;
    for (let row = first; row < first + (length[person] ?? 0); row++) {
      if (unitKey(row) !== key) continue;
      if (!isHeld({ from: from(row), to: to(row), hasEnded: hasEnded(row) }, day)) continue;
      const filled = own.find((each) => each.id === slot(row));
      if (!filled) continue;
      if (isAbove(filled, level(row))) return 'above';
      fault = null;
    }
    return fault;
  };

  function isAbove({ highestLevel }: Slot, held: string | null): boolean {
    if (highestLevel === null || held === null) return false;
    return tools.codes.placeOf(held) < tools.codes.placeOf(highestLevel);
  }
}
