import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { formVariants, layoutForm, type FormPage, type FormVariant } from '#documents/form';
import { createPdfRenderer, defaultFontFolders, renderFormDocx } from '#documents/render';
import { fullForm } from '../documents/render/test-forms.ts';
import { missingRules, strayLines } from './support/drawn-lines.ts';
import { drawPage, pdfPages, officeToPdf, type GreyPage } from './support/office.ts';
import { tempFolder } from './support/temp-folder.ts';

const dotsPerInch = 100;
/** Millimetres. */
const tolerance = 0.6;
const work = tempFolder();
const kinds = ['our PDF', "LibreOffice's print of our Word file"] as const;

const fileOf = (kind: (typeof kinds)[number], variant: FormVariant) =>
  join(work, kind === 'our PDF' ? '.' : 'office', `${variant}.pdf`);

const pagesOf = (variant: FormVariant) => layoutForm(fullForm, { variant }).pages;

beforeAll(async () => {
  const renderer = createPdfRenderer({ fontFolders: defaultFontFolders() });
  for (const variant of formVariants) {
    writeFileSync(join(work, `${variant}.pdf`), renderer.render([fullForm], { variant }).pdf);
    writeFileSync(join(work, `${variant}.docx`), renderFormDocx(fullForm, { variant }).docx);
  }
  await officeToPdf(
    formVariants.map((variant) => join(work, `${variant}.docx`)),
    join(work, 'office'),
  );
}, 120_000);

/** The pages of a file as they look. */
function drawn(path: string, pages: readonly FormPage[]): Promise<GreyPage[]> {
  return Promise.all(pages.map((_, index) => drawPage(path, index + 1, dotsPerInch)));
}

const cases = kinds.flatMap((kind) => formVariants.map((variant) => [kind, variant] as const));

describe.each(cases)('%s of the form, %s', (kind, variant) => {
  it('has the pages of the form and every rule where the geometry has it', { timeout: 60_000 }, async () => {
    const pages = pagesOf(variant);
    const path = fileOf(kind, variant);
    expect(await pdfPages(path)).toBe(pages.length);
    for (const [index, image] of (await drawn(path, pages)).entries()) {
      const { rules = [], sheet = { width: 0, height: 0 } } = pages[index] ?? {};
      expect(rules.length).toBeGreaterThan(20);
      expect(Math.abs(image.width - (sheet.width / 25.4) * dotsPerInch)).toBeLessThan(1.5);
      expect(Math.abs(image.height - (sheet.height / 25.4) * dotsPerInch)).toBeLessThan(1.5);
      expect(missingRules(image, rules, dotsPerInch, tolerance), `page ${index + 1}`).toEqual([]);
      expect(strayLines(image, rules, dotsPerInch, tolerance), `page ${index + 1}`).toEqual([]);
    }
  });
});

it('a rule that lies elsewhere would be seen, in both directions', async () => {
  const pages = pagesOf('A4');
  const [image] = await drawn(fileOf('our PDF', 'A4'), pages);
  const [first, ...others] = pages[0]?.rules ?? [];
  if (!image || !first) throw new Error('there is a first page');
  const moved = { ...first, y1: first.y1 + 1.5, y2: first.y2 + 1.5, x1: first.x1 + 1.5, x2: first.x2 + 1.5 };
  expect(missingRules(image, [moved], dotsPerInch, tolerance)).toHaveLength(1);
  expect(strayLines(image, others, dotsPerInch, tolerance).length).toBeGreaterThan(0);
});
