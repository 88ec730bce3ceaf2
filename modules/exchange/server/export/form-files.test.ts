import { expect, it } from 'vitest';
import { emptyForm, readForm } from '#documents/formats';
import { ExportNotes } from './export-notes.ts';
import { formFiles } from './form-files.ts';
import type { PersonSource } from './person-source.ts';

const person = (change: object): PersonSource => ({
  id: 'p',
  form: { ...emptyForm(), name: '张三', ...change },
  original: null,
});

it('says what an .lrm cannot hold as it is', () => {
  const notes = new ExportNotes();
  const [file] = formFiles(person({ ftEducation: '大学#' }), 'lrm', 'A4', notes);
  expect(notes.sentences).toEqual(['张三：.lrm 格式不能原样保存“#”，已改写为近似字符。']);
  const read = readForm(file?.bytes ?? new Uint8Array());
  expect(read.ok && read.form.ftEducation).toBe('大学＃');
});

it('says what does not fit the printed form', () => {
  const notes = new ExportNotes();
  formFiles(person({ resume: '在某区工作。'.repeat(4000) }), 'docx', 'A4', notes);
  expect(notes.summary()).toMatch(/^张三：“简历”内容过长/);
});
