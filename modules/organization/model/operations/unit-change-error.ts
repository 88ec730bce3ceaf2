import { CadreError } from '#platform/model';

/** A change of a unit that makes no sense as it was entered; the message says what to correct. */
export function unitChangeError(message: string): CadreError {
  return new CadreError('unit-change-invalid', 400, message);
}
