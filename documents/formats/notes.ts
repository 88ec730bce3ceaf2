import type { FormField } from './approval-form.ts';
import { fieldLabel } from './elements.ts';

/** Where in a form something was found. */
export type FormPlace = FormField | 'family' | 'photo' | 'file';

/** A doubt about a form that was read: shown and kept, never a reason to refuse it. */
export interface FormNote {
  /** Stable, kebab-case. */
  code: string;
  field: FormPlace;
  /** The value as the file had it, shortened where it is long. */
  value: string;
  /** A Chinese sentence: what, in which field, which value, what was done or what to do. */
  message: string;
}

/** Why a file was refused. The file's name is the caller's to add. */
export interface FormProblem {
  code: string;
  field: FormPlace;
  value: string;
  message: string;
}

/** Ends the reading of a file; never leaves this folder. */
export class FormRefusal extends Error {
  readonly problem: FormProblem;

  constructor(code: string, field: FormPlace, value: string, message: string) {
    super(code);
    this.problem = { code, field, value: shorten(value), message };
  }
}

/** At most 60 characters of a value, on one line, for a message. */
function shorten(value: string): string {
  const flat = value
    .slice(0, 400)
    .replace(/\s+/g, ' ')
    .replace(/[\u0000-\u001f\u007f]/g, '�')
    .trim();
  const characters = Array.from(flat);
  return characters.length > 60 || value.length > 400 ? `${characters.slice(0, 60).join('')}…` : flat;
}

/** `field` is named in front of the sentence, with the value. */
export function noteOn(code: string, field: FormPlace, value: string, what: string): FormNote {
  const short = shorten(value);
  return { code, field, value: short, message: `“${fieldLabel(field)}”的值“${short}”${what}` };
}
