import { planNew, type PlannedSubject, type SubjectEdit } from './plan-edits.ts';
import { payloadJson, sealPayload, type SealedPayload } from './payload.ts';
import type { Definitions } from './store.ts';

/** The state that an edit leaves behind, ready to be written. */
export interface WrittenSubject extends PlannedSubject {
  /** What the journal keeps of it. */
  readonly item: SealedPayload;
}

/** The text that the journal keeps of a subject. */
export function payloadText({ edit, transitions }: PlannedSubject): string {
  return payloadJson(edit.kind, edit.event, transitions);
}

export function sealSubjects(planned: readonly PlannedSubject[]): WrittenSubject[] {
  return planned.map((each) => ({ ...each, item: sealPayload(payloadText(each)) }));
}

/** Checks and seals new subjects: no transaction need wait for it, and another thread can do it. */
export function prepareNew(definitions: Definitions, edits: readonly SubjectEdit[]): WrittenSubject[] {
  return sealSubjects(planNew(definitions, edits));
}
