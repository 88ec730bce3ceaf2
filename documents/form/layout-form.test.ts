import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyForm } from '#documents/formats';
import { anyForm } from './form-arbitrary.ts';
import { formVariants, mmPerPoint } from './geometry.ts';
import type { FormPage, LaidCell, PlacedText } from './layout.ts';
import { layoutForm } from './layout-form.ts';
import { formGeometry } from './variants.ts';

const runs = { seed: 20260101, numRuns: 60 };
const variant = fc.constantFrom(...formVariants);
const sum = (lengths: readonly number[]): number => lengths.reduce((all, each) => all + each, 0);
const squeeze = (text: string): string => text.replaceAll(/\s/gu, '');

function extent(text: PlacedText): { left: number; right: number; top: number; bottom: number } {
  const left = text.x - { start: 0, middle: 0.5, end: 1 }[text.anchor] * text.width;
  const top = text.baseline - 0.86 * text.size * mmPerPoint;
  return { left, right: left + text.width, top, bottom: top + text.size * mmPerPoint };
}

function cellTexts(page: FormPage, cell: LaidCell): PlacedText[] {
  return page.texts.filter(
    (text) => text.target !== undefined && JSON.stringify(text.target) === JSON.stringify(cell.target),
  );
}

test('no text lies outside its cell', () => {
  fc.assert(
    fc.property(anyForm, variant, (form, of) => {
      for (const page of layoutForm(form, { variant: of }).pages) {
        for (const cell of page.cells) {
          const { x, y, width, height } = cell.box;
          for (const text of cellTexts(page, cell).map(extent)) {
            expect(text.left).toBeGreaterThan(x - 0.01);
            expect(text.right).toBeLessThan(x + width + 0.01);
            expect(text.top).toBeGreaterThan(y - 0.01);
            expect(text.bottom).toBeLessThan(y + height + 0.01);
          }
        }
      }
    }),
    runs,
  );
});

test('every label stands inside its cell, in all variants', () => {
  for (const of of formVariants) {
    for (const page of layoutForm(emptyForm(), { variant: of }).pages) {
      for (const text of page.texts.filter(({ role }) => role === 'label')) {
        const { left, right, top, bottom } = extent(text);
        const holds = page.cells.some(
          ({ kind, box }) =>
            kind === 'label' &&
            left > box.x &&
            right < box.x + box.width &&
            top > box.y - 0.01 &&
            bottom < box.y + box.height + 0.01,
        );
        expect(holds, text.text).toBe(true);
      }
    }
  }
});

test('every character of a value is on the page or reported as overflow', () => {
  fc.assert(
    fc.property(anyForm, variant, (form, of) => {
      const layout = layoutForm(form, { variant: of });
      for (const page of layout.pages) {
        for (const cell of page.cells) {
          if (cell.kind !== 'value') continue;
          const shown = cellTexts(page, cell).map((text) => text.text);
          const whole = cell.paragraphs.map(({ head, text }) => head + text).join('');
          expect(squeeze(shown.join('') + cell.fitted.lost)).toBe(squeeze(whole));
          const noted = layout.overflow.some((note) => note.target === cell.target);
          expect(noted).toBe(cell.fitted.lost !== '');
        }
      }
    }),
    runs,
  );
});

test('the résumé loses nothing but blanks', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const front = layoutForm(form, { variant: 'A4' }).pages[0];
      const cell = front?.cells.find(({ target }) => target?.kind === 'field' && target.field === 'resume');
      const shown = cell?.paragraphs.map(({ head, text }) => head + text).join('') ?? '';
      expect(squeeze(shown)).toBe(squeeze(form.resume));
    }),
    runs,
  );
});

test('rows that grow take their height from the résumé', () => {
  fc.assert(
    fc.property(anyForm, variant, (form, of) => {
      const geometry = formGeometry(of);
      for (const page of layoutForm(form, { variant: of }).pages) {
        expect(sum(page.grid.rows)).toBeCloseTo(sum(geometry[page.kind].rows), 6);
        expect(Math.min(...page.grid.rows)).toBeGreaterThan(5);
      }
    }),
    runs,
  );
});

test('the cells of a page cover its grid without gap or overlap', () => {
  for (const of of formVariants) {
    for (const page of layoutForm(emptyForm(), { variant: of }).pages) {
      const covered = page.grid.rows.map(() => page.grid.columns.map(() => 0));
      for (const cell of page.cells) {
        for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
          const line = covered[row];
          for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
            if (line) line[column] = (line[column] ?? 0) + 1;
          }
        }
      }
      expect(covered.flat().every((times) => times === 1)).toBe(true);
    }
  }
});

test('a form with more than seven relatives has continuation sheets that hold the rest', () => {
  const family = Array.from({ length: 26 }, (_, index) => ({
    relation: '堂兄',
    name: `某${index}`,
    birth: '197001',
    politicalStatus: '群众',
    workUnitAndPost: '某区某局干部',
  }));
  const layout = layoutForm({ ...emptyForm(), family }, { variant: 'A4' });
  expect(layout.pages.map((page) => page.kind)).toEqual(['front', 'back', 'continuation', 'continuation']);
  const names = layout.pages.flatMap((page) =>
    page.texts.filter(({ target }) => target?.kind === 'family' && target.column === 'name'),
  );
  expect(names.map((text) => text.text)).toEqual(family.map((row) => row.name));
  expect(layout.familyContinued).toBe(true);
});

test('values of the greatest length that the editor accepts fit on A4 in full', () => {
  const lengths = {
    name: 18,
    nativePlace: 18,
    health: 18,
    technicalTitle: 90,
    specialty: 110,
    ftEducation: 54,
    ftDegree: 54,
    ftEducationSchool: 90,
    ftDegreeSchool: 90,
    currentPost: 324,
    proposedPost: 324,
    proposedRemoval: 324,
    rewardsPenalties: 552,
    assessments: 414,
    reason: 552,
    reportingOrg: 252,
    filledBy: 18,
  };
  const texts = Object.entries(lengths).map(([field, length]) => [
    field,
    '长'.repeat(length - 1) + field.charAt(0),
  ]);
  const row = { relation: '称'.repeat(18), name: '名'.repeat(18), politicalStatus: '貌'.repeat(18) };
  const family = [{ ...row, birth: '197001', workUnitAndPost: '职'.repeat(124) }];
  const form = { ...emptyForm(), ...Object.fromEntries(texts), family };
  expect(layoutForm(form, { variant: 'A4' }).overflow).toEqual([]);
});
