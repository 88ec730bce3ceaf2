import type { ShownPost, ShownSlot } from '../../model/contracts.ts';
import type { ReorganizationPlan } from '../../model/plan.ts';

type Slots = ReorganizationPlan['slots'];
type Posts = ReorganizationPlan['posts'];

/** What is said of a slot or a post; what is left out stays as it was said. */
export interface Choice {
  /** Empty: the usual one. */
  readonly title?: string;
  readonly keep?: boolean;
}

/** The plan's slots with another choice for one; a choice that says nothing is left out. */
export function chooseSlot(slots: Slots, shown: ShownSlot, choice: Choice): Slots {
  const isIt = (one: Slots[number]) => one.unit === shown.unit && one.slot === shown.slot;
  const before = slots.find(isIt) ?? { unit: shown.unit, slot: shown.slot, title: '', keep: true };
  const next = { ...before, ...choice };
  if (next.title.trim() === shown.title) next.title = '';
  const others = slots.filter((one) => !isIt(one));
  return next.title === '' && next.keep ? others : [...others, next];
}

/** Does the slot come along, or stay, as the plan has it? */
export function comesAlong(slots: Slots, shown: ShownSlot): boolean {
  const chosen = slots.find((one) => one.unit === shown.unit && one.slot === shown.slot);
  return shown.heir !== null && (chosen?.keep ?? true);
}

/** The plan's posts with another choice for one of somebody's. */
export function choosePost(posts: Posts, person: string, { row }: ShownPost, choice: Choice): Posts {
  const isIt = (one: Posts[number]) => one.person === person && one.post === row;
  const before = posts.find(isIt) ?? { person, post: row, title: '', keep: true };
  const next = { ...before, ...choice };
  const others = posts.filter((one) => !isIt(one));
  return next.title === '' && next.keep ? others : [...others, next];
}

/** Does the plan let this post end with the old unit? */
export function endsByChoice(posts: Posts, person: string, { row }: ShownPost): boolean {
  return posts.some((one) => one.person === person && one.post === row && !one.keep);
}
