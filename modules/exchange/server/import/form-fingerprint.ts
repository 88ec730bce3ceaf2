import { hash } from 'node:crypto';
import type { ApprovalForm } from '#documents/formats';

/** A hash of everything that a form says, by which it is seen whether anybody changed the person since. */
export function formFingerprint(form: ApprovalForm, photo: string | null): string {
  const { photo: _bytes, version: _version, ...said } = form;
  const sorted = Object.entries(said).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return hash('sha256', JSON.stringify([sorted, photo]));
}
