import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { layoutForm } from '#documents/form';
import { createPdfRenderer, defaultFontFolders, renderFormDocx } from '#documents/render';
import { fullForm } from '../documents/render/test-forms.ts';
import { missingRules, strayLines } from './support/drawn-lines.ts';
import { drawPage, pdfPages, wordToPdf, type GreyPage } from './support/office.ts';
import { tempFolder } from './support/temp-folder.ts';

const dotsPerInch = 100;
/** Millimetres. */
const tolerance = 0.6;
const work = tempFolder();
const { pages } = layoutForm(fullForm, { variant: 'A4' });
const files = { pdf: join(work, 'form.pdf'), word: '' };

beforeAll(async () => {
  const renderer = createPdfRenderer({ fontFolders: defaultFontFolders() });
  writeFileSync(files.pdf, renderer.render([fullForm], { variant: 'A4' }).pdf);
  writeFileSync(join(work, 'word.docx'), renderFormDocx(fullForm, { variant: 'A4' }).docx);
  [files.word = ''] = await wordToPdf([join(work, 'word.docx')], join(work, 'office'));
}, 120_000);

/** The pages of a file as they look. */
function drawn(path: string): Promise<GreyPage[]> {
  return Promise.all(pages.map((_, index) => drawPage(path, index + 1, dotsPerInch)));
}

describe.each([
  ['pdf', 'our PDF'],
  ['word', "LibreOffice's print of our Word file"],
] as const)('the form as pixels, A4 (%s)', (kind, what) => {
  it(
    `${what} has the pages of the form and every rule where the geometry has it`,
    { timeout: 60_000 },
    async () => {
      expect(await pdfPages(files[kind])).toBe(pages.length);
      for (const [index, image] of (await drawn(files[kind])).entries()) {
        const page = pages[index];
        // 210 and 297 mm, begun pixels counted.
        expect([image.width, image.height]).toEqual([827, 1170]);
        expect(page?.rules.length).toBeGreaterThan(20);
        expect(missingRules(image, page?.rules ?? [], dotsPerInch, tolerance), `page ${index + 1}`).toEqual(
          [],
        );
        expect(strayLines(image, page?.rules ?? [], dotsPerInch, tolerance), `page ${index + 1}`).toEqual([]);
      }
    },
  );
});

it('a rule that lies elsewhere would be seen, in both directions', async () => {
  const [image] = await drawn(files.pdf);
  const rules = pages[0]?.rules ?? [];
  const [first, ...others] = rules;
  if (!image || !first) throw new Error('there is a first page');
  const moved = { ...first, y1: first.y1 + 1.5, y2: first.y2 + 1.5, x1: first.x1 + 1.5, x2: first.x2 + 1.5 };
  expect(missingRules(image, [moved], dotsPerInch, tolerance)).toHaveLength(1);
  expect(strayLines(image, others, dotsPerInch, tolerance).length).toBeGreaterThan(0);
});
