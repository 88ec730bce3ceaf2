import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readForm, type ApprovalForm, type FormRead } from '#documents/formats';
import { acceptedForms, formBytes, type AcceptedForm } from '#fixtures/forms';
import { pdfPages, officeToPdf } from '../support/office.ts';
import { cadre, cadreJson, importReport, type ImportReport } from '../support/run-cadre.ts';
import { root } from '../support/source-files.ts';
import { tempFolder } from '../support/temp-folder.ts';

const accepted = join(root, 'fixtures', 'forms', 'accepted');
const work = tempFolder();
const data = join(work, 'data');
const out = (name: string) => join(work, name);
let first: ImportReport;

const exported = (format: string, to: string, ...more: string[]) =>
  cadreJson<{ files: number; people: number }>(
    0,
    'export',
    '--format',
    format,
    '--out',
    out(to),
    '--data',
    data,
    ...more,
  );

function read(path: string): FormRead {
  const reading = readForm(readFileSync(path));
  if (!reading.ok) throw new Error(`${path}: ${reading.problem.message}`);
  return reading;
}

/** What makes a form the form of that person, whatever its file is called. */
const keyOf = ({ name, birth, workStart }: Pick<ApprovalForm, 'name' | 'birth' | 'workStart'>) =>
  `${name} ${birth} ${workStart}`;

const sha256 = (bytes: Uint8Array | null) => bytes && createHash('sha256').update(bytes).digest('hex');

/** The exported files by the person whose form they are. */
function exportedForms(folder: string, extension: string): Map<string, string> {
  const files = readdirSync(out(folder)).filter((name) => name.endsWith(extension));
  return new Map(files.map((name) => [keyOf(read(join(out(folder), name)).form), join(out(folder), name)]));
}

function fileOf(files: Map<string, string>, form: AcceptedForm): string {
  const file = files.get(keyOf(form.texts));
  if (file === undefined) throw new Error(`no file for ${form.file}`);
  return file;
}

beforeAll(async () => {
  first = await importReport(0, data, accepted);
});

describe('forms that go in and come out by command', { timeout: 120_000 }, () => {
  it('are all new the first time and all unchanged the second, with the same doubts', async () => {
    const forms = acceptedForms.length;
    expect(first).toMatchObject({ forms, created: forms, updated: 0, unchanged: 0, refused: 0, skipped: 0 });
    expect(first.warnings).toBe(first.problems.length);
    for (const { file, notes } of acceptedForms) {
      const told = first.problems.filter((problem) => problem.file === file).map(({ code }) => code);
      expect(told, file).toEqual(expect.arrayContaining(notes));
    }
    expect(new Set(acceptedForms.map(({ texts }) => keyOf(texts))).size).toBe(forms);
    const second = await importReport(0, data, accepted);
    expect(second).toEqual({ ...first, created: 0, unchanged: forms });
    expect(await cadreJson(0, 'verify', '--data', data)).toEqual({ changes: 1, ok: true, firstBad: null });
  });

  it('have every value and every unknown element as .lrmx, and the same bytes when they were clean', async () => {
    expect(await exported('lrmx', 'lrmx')).toEqual({
      files: acceptedForms.length,
      people: acceptedForms.length,
    });
    const files = exportedForms('lrmx', '.lrmx');
    for (const form of acceptedForms) {
      const path = fileOf(files, form);
      const { family, photo, unknownElements, version: _, ...texts } = read(path).form;
      expect(texts, form.file).toEqual(form.texts);
      expect(family, form.file).toEqual(form.family);
      expect(unknownElements, form.file).toEqual(form.unknownElements);
      expect(sha256(photo), form.file).toBe(form.photoSha256 ?? form.picSha256 ?? null);
    }
    const clean = acceptedForms.filter((form) => form.clean && form.format === 'lrmx');
    expect(clean.length).toBeGreaterThan(3);
    for (const form of clean) {
      expect(readFileSync(fileOf(files, form)).equals(formBytes('accepted', form.file)), form.file).toBe(
        true,
      );
    }
  });

  it('have every value that an .lrm can hold, with the photo beside it', async () => {
    await exported('lrm', 'lrm');
    const files = exportedForms('lrm', '.lrm');
    for (const form of acceptedForms) {
      const path = fileOf(files, form);
      const { texts } = form;
      const { name, resume, partyJoin, rewardsPenalties, currentPost } = read(path).form;
      expect({ name, resume, partyJoin, rewardsPenalties, currentPost }, form.file).toEqual({
        name: texts.name,
        resume: texts.resume,
        partyJoin: texts.partyJoin,
        rewardsPenalties: texts.rewardsPenalties,
        currentPost: texts.currentPost,
      });
      const pic = path.replace(/\.lrm$/, '.pic');
      const photo = form.photoSha256 ?? form.picSha256 ?? null;
      expect(existsSync(pic) ? sha256(readFileSync(pic)) : null, form.file).toBe(photo);
    }
  });

  it('give the same bytes of JSON lines twice, a person a line in the order of their ids', async () => {
    await exported('jsonl', 'a.jsonl');
    await exported('jsonl', 'b.jsonl');
    const text = readFileSync(out('a.jsonl'), 'utf8');
    expect(readFileSync(out('b.jsonl'), 'utf8')).toBe(text);
    const people = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; A01: { name: string } });
    expect(people.map(({ A01 }) => A01.name).toSorted()).toEqual(
      acceptedForms.map(({ texts }) => texts.name).toSorted(),
    );
    expect(people.map(({ id }) => id)).toEqual(people.map(({ id }) => id).toSorted());
  });

  it('give the rows of a set as CSV, one person when only one is named', async () => {
    const people = acceptedForms.length;
    expect(await exported('csv', 'a36.csv', '--set', 'A36')).toEqual({ files: 1, people });
    const rows = readFileSync(out('a36.csv'), 'utf8').trimEnd().split('\r\n');
    expect(rows[0]).toMatch(/^\ufeff人员标识,人员姓名,姓名,称谓,/);
    expect(rows.length - 1).toBe(acceptedForms.reduce((sum, { family }) => sum + family.length, 0));
    const [id = ''] = rows.at(-1)?.split(',') ?? [];
    expect(await exported('csv', 'one.csv', '--ids', id)).toEqual({ files: 1, people: 1 });
    const one = readFileSync(out('one.csv'), 'utf8').trimEnd().split('\r\n');
    expect(one.slice(1).map((line) => line.slice(0, id.length))).toEqual([id]);
  });

  it('are printed as one PDF and as Word files that an office program opens', async () => {
    const pagesOf = ({ family }: AcceptedForm) => (family.length > 7 ? 3 : 2);
    await exported('pdf', 'all.pdf');
    expect(await pdfPages(out('all.pdf'))).toBe(acceptedForms.reduce((sum, form) => sum + pagesOf(form), 0));
    await exported('docx', 'docx');
    const files = exportedForms('lrmx', '.lrmx');
    const some = [
      acceptedForms.find(({ family }) => family.length > 7),
      acceptedForms.find(({ family, photoSha256 }) => family.length <= 7 && photoSha256 !== null),
    ].filter((form) => form !== undefined);
    expect(some).toHaveLength(2);
    const words = some.map((form) => fileOf(files, form).replaceAll('lrmx', 'docx'));
    const pages = await Promise.all((await officeToPdf(words, out('office'))).map(pdfPages));
    expect(pages).toEqual(some.map(pagesOf));
  });

  it('refuses to export what is not there, and to read a folder without a database', async () => {
    const unknown = await cadre(
      'export',
      '--format',
      'jsonl',
      '--out',
      out('x'),
      '--ids',
      'nobody',
      '--data',
      data,
    );
    expect([unknown.code, unknown.err]).toEqual([2, '没有标识为“nobody”的对象，请检查 --ids。\n']);
    const empty = await cadre('export', '--format', 'jsonl', '--out', out('x'), '--data', join(work, 'none'));
    expect([empty.code, empty.err.split('\n', 1)[0]]).toEqual([2, expect.stringContaining('没有数据库')]);
    expect(existsSync(join(work, 'none'))).toBe(false);
  });
});
