import { planNew, type PlannedSubject, type SubjectEdit } from './plan-edits.ts';
import { payloadJson, sealPayload, type RawTransition, type SealedPayload } from './payload.ts';
import type { Definitions } from './store.ts';

/** The state that an edit leaves behind, ready to be written. */
export interface WrittenSubject extends Pick<PlannedSubject, 'edit'> {
  readonly transitions: Readonly<Record<string, Pick<RawTransition, 'to' | 'after'>>>;
  /** What the journal keeps of it. */
  readonly item: SealedPayload;
}

/** The text that the journal keeps of a subject. */
export function payloadText({ edit, transitions }: PlannedSubject): string {
  return payloadJson(edit.kind, edit.event, transitions);
}

export function sealSubjects(planned: readonly PlannedSubject[]): WrittenSubject[] {
  return planned.map((each) => writtenSubject(each, sealPayload(payloadText(each))));
}

/** What stood before is in the payload: it does not wait with the rest until that is written. */
export function writtenSubject({ edit, transitions }: PlannedSubject, item: SealedPayload): WrittenSubject {
  const states = Object.entries(transitions).map(([code, { to, after }]) => [code, { to, after }]);
  return { edit, transitions: Object.fromEntries(states), item };
}

/** Checks and seals new subjects: no transaction need wait for it, and another thread can do it. */
export function prepareNew(definitions: Definitions, edits: readonly SubjectEdit[]): WrittenSubject[] {
  return sealSubjects(planNew(definitions, edits));
}
