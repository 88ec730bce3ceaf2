import type { ApprovalForm, FamilyRow, FormField } from './approval-form.ts';
import type { FormNote, FormProblem } from './notes.ts';

/** What a form file says, or why it was refused. */
export type FormReading = FormRead | { ok: false; problem: FormProblem };

export interface FormRead {
  ok: true;
  /** Decided by the content, not by the file's name. */
  format: 'lrmx' | 'lrm';
  /** Canonical values. */
  form: ApprovalForm;
  /**
   * The bytes needed no repair and every value is canonical as it stands: as long as nobody changes the form, the same
   * bytes may be written again.
   */
  clean: boolean;
  /** The file's own spelling of each field whose canonical value differs from it. */
  originals: Partial<Record<FormField, string>>;
  /** The family rows as the file spells them, when one of them differs from the canonical rows. */
  originalFamily?: FamilyRow[];
  /** The text of a photo that is none, so that it is not lost. */
  originalPhotoText?: string;
  notes: FormNote[];
}

/** The values of a file before they are made canonical. */
export interface RawForm {
  texts: Partial<Record<FormField, string>>;
  family: FamilyRow[];
  photo: Uint8Array | null;
  version: string;
  unknownElements: string[];
  /** Something other than a value had to be put right: encoding, markup, structure, the photo's text. */
  repaired: boolean;
  originalPhotoText: string;
  notes: FormNote[];
}
