import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acceptedForms, formBytes, rejectedForms } from '#fixtures/forms';
import { cadre, importReport } from '../support/run-cadre.ts';
import { root } from '../support/source-files.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { gbkZip } from '../support/zip-of.ts';

const work = tempFolder();

/** 张三.lrmx and 李四.lrmx in GBK. */
const gbkNames = [
  [0xd5, 0xc5, 0xc8, 0xfd],
  [0xc0, 0xee, 0xcb, 0xc4],
].map((bytes) => Buffer.concat([Buffer.from(bytes), Buffer.from('.lrmx')]));

const sha = (file: string) => formBytes('accepted', file);
const someForm = acceptedForms.find(({ format, clean }) => format === 'lrmx' && clean)?.file ?? '';

describe('an import by command', { timeout: 120_000 }, () => {
  it('names every refused file with its code and a Chinese sentence, and ends with 1', async () => {
    const report = await importReport(1, join(work, 'rejected'), join(root, 'fixtures', 'forms', 'rejected'));
    expect(report).toMatchObject({ forms: rejectedForms.length, refused: rejectedForms.length, created: 0 });
    const told = report.problems.map(({ file, code }) => [file, code] as const);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(rejectedForms));
    for (const { level, message } of report.problems) {
      expect(level).toBe('error');
      expect(message).toMatch(/\p{Script=Han}{4}.*。$/u);
    }
  });

  it('takes the good forms of a folder, of zips with GBK names inside it, and skips what is none', async () => {
    const folder = join(work, 'mixed');
    mkdirSync(join(folder, '下级'), { recursive: true });
    const [first = '', second = ''] = acceptedForms
      .filter(({ file }) => file.endsWith('.lrmx') && file !== someForm)
      .map(({ file }) => file);
    writeFileSync(join(folder, '下级', `${someForm}.txt`), sha(someForm));
    const [a = Buffer.of(), b = Buffer.of()] = gbkNames;
    const files = [
      { gbkName: a, data: sha(first) },
      { gbkName: b, data: sha(second) },
    ];
    writeFileSync(join(folder, '报送.zip'), gbkZip(files));
    const damaged = gbkZip(files);
    damaged.fill(0x20, 60, 200);
    writeFileSync(join(folder, '坏字节.zip'), damaged);
    writeFileSync(join(folder, '截断.zip'), damaged.subarray(0, 300));
    writeFileSync(join(folder, 'Thumbs.db'), 'litter');
    writeFileSync(join(folder, '~$表.lrmx'), 'litter');
    writeFileSync(join(folder, '说明.docx'), 'not a form');
    copyFileSync(join(root, 'fixtures', 'district', 'portraits', '01.jpg'), join(folder, '无表的照片.jpg'));
    const report = await importReport(1, join(work, 'mixed-data'), folder);
    expect(report).toMatchObject({ skipped: 4 });
    const refused = report.problems.filter(({ level }) => level === 'error');
    expect(refused.map(({ file, code }) => [file, code])).toEqual([
      ['坏字节.zip/张三.lrmx', 'file-unreadable'],
      ['截断.zip', 'zip-damaged'],
    ]);
    // What the damaged zip still holds is a form that came before.
    expect(report).toMatchObject({ forms: 6, created: 3, unchanged: 1, refused: 2 });
    const again = await importReport(0, join(work, 'mixed-data'), join(folder, '报送.zip'));
    expect(again).toMatchObject({ forms: 2, unchanged: 2 });
    const told = again.problems.map(({ file }) => file);
    expect(told.filter((file) => !/^报送\.zip\/(张三|李四)\.lrmx$/.test(file))).toEqual([]);
  });

  it('cannot run without a path that is there, an unknown command or a wrong option', async () => {
    const data = ['--data', join(work, 'never')];
    const wrong: [string[], string][] = [
      [['import', join(work, 'nowhere'), ...data], '找不到'],
      [['import', ...data], '请给出要导入的文件或文件夹'],
      [['import', work, '--on-ambiguous', 'guess', ...data], '--on-ambiguous 只能是 create'],
      [['remove-everything'], '没有“remove-everything”这个命令'],
      [['verify', ...data], '没有数据库'],
    ];
    const ended = await Promise.all(wrong.map(([args]) => cadre(...args)));
    ended.forEach(({ code, out, err }, index) => {
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(wrong[index]?.[1]);
      expect(err).not.toMatch(/\n\s+at /);
    });
  });
});
