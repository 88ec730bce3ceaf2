import { writeLrm, writeLrmx, type ApprovalForm } from '#documents/formats';
import type { FormVariant } from '#documents/form';
import { renderFormDocx } from '#documents/render';
import { formForPrinting } from '#modules/cadres';
import { today } from '#platform/server';
import type { ExportNotes } from './export-notes.ts';
import type { PersonSource } from './person-source.ts';

/** The formats that make a file a person. */
export type PersonFormat = 'lrmx' | 'lrm' | 'docx';

export interface OutputFile {
  /** Without the person's name: `.lrmx`, `.pic`. */
  readonly extension: string;
  readonly bytes: Uint8Array;
}

export const mediaTypes: Readonly<Record<PersonFormat | 'pdf', string>> = {
  lrmx: 'application/xml',
  lrm: 'text/plain',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** The form as paper shows it today. */
export function printed(form: ApprovalForm): ApprovalForm {
  return formForPrinting(form, today().replaceAll('-', ''));
}

/** The files of one person: the form, and with .lrm its picture. What cannot be written as it is goes to `notes`. */
export function formFiles(
  person: PersonSource,
  format: PersonFormat,
  variant: FormVariant,
  notes: ExportNotes,
): OutputFile[] {
  const { form, original } = person;
  switch (format) {
    case 'lrmx': {
      const bytes = original?.format === 'lrmx' ? original.bytes : writeLrmx({ ...form, version: '' });
      return [{ extension: '.lrmx', bytes }];
    }
    case 'lrm': {
      const picture = form.photo ? [{ extension: '.pic', bytes: form.photo }] : [];
      if (original?.format === 'lrm') return [{ extension: '.lrm', bytes: original.bytes }, ...picture];
      const { bytes, lost } = writeLrm(form);
      notes.lost(form.name, lost);
      return [{ extension: '.lrm', bytes }, ...picture];
    }
    case 'docx': {
      const rendered = renderFormDocx(printed(form), { variant });
      notes.rendered(form.name, rendered.notes);
      return [{ extension: '.docx', bytes: rendered.docx }];
    }
  }
}
