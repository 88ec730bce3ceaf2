import { expect, test } from 'vitest';
import { emptyForm } from '#documents/formats';
import { formVariants } from './geometry.ts';
import type { FormPage, Rule } from './layout.ts';
import { layoutForm } from './layout-form.ts';

const a4 = layoutForm(emptyForm(), { variant: 'A4' }).pages;

/** Positions of the full-width horizontal or full-height vertical rules, to 0.01 mm. */
function lines(page: FormPage | undefined, axis: 'x' | 'y'): number[] {
  const rules = page?.rules.filter((rule) => rule[`${axis}1`] === rule[`${axis}2`]) ?? [];
  const at = rules.map((rule) => Math.round(rule[`${axis}1`] * 100) / 100);
  return [...new Set(at)].sort((a, b) => a - b);
}

function running(start: number, lengths: readonly number[]): number[] {
  const edges = [start];
  for (const length of lengths) edges.push((edges.at(-1) ?? 0) + length);
  return edges.map((edge) => Math.round(edge * 100) / 100);
}

test('the rules of the A4 front stand where the template has them', () => {
  const columns = [13.83, 4.16, 23.02, 18.75, 22.97, 23.2, 23.46, 36.3];
  expect(lines(a4[0], 'x')).toEqual(running(22, columns));
  const rows = [12.51, 12.21, 11.99, 12.51, 6.1, 6.1, 6.1, 6.1, 12.51, 12.51, 12.51, 125.82];
  // Rows 5/6 and 7/8 meet without a rule in all columns that end there.
  const drawn = running(28.19, rows).filter((_, edge) => edge !== 5 && edge !== 7);
  expect(lines(a4[0], 'y')).toEqual(drawn);
});

test('the rules of the A4 back stand where the template has them', () => {
  const columns = [13.09, 19.26, 22.47, 10.12, 17.78, 1.73, 13.83, 67.89];
  expect(lines(a4[1], 'x')).toEqual(running(21, columns));
  const rows = [25.01, 18.01, 24.01, 11.39, 12.29, 12.29, 12.29, 12.29, 12.29, 12.29, 12.29, 23.5, 13, 35.61];
  const drawn = running(28.6, rows).filter((_, edge) => edge !== 12);
  expect(lines(a4[1], 'y')).toEqual(drawn);
});

const near = 1e-6;
const covers = (rule: Rule, x: number, y: number): boolean =>
  rule.x1 - x < near && x - rule.x2 < near && rule.y1 - y < near && y - rule.y2 < near;

test('no rule crosses a cell, and every open border is left out', () => {
  for (const variant of formVariants) {
    for (const page of layoutForm(emptyForm(), { variant }).pages) {
      for (const { box, openBelow } of page.cells) {
        const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        expect(page.rules.some((rule) => covers(rule, middle.x, middle.y))).toBe(false);
        const below = page.rules.some((rule) => covers(rule, middle.x, box.y + box.height));
        expect(below).toBe(!openBelow);
      }
    }
  }
});

test('outer rules are 1.5 points wide, inner ones 1', () => {
  for (const page of a4) {
    const { x, y, columns, rows } = page.grid;
    const right = running(x, columns).at(-1);
    const bottom = running(y, rows).at(-1);
    for (const rule of page.rules) {
      const at = [rule.x1, rule.y1, rule.x2, rule.y2].map((each) => Math.round(each * 100) / 100);
      const onFrame =
        (at[0] === at[2] && (at[0] === x || at[0] === right)) ||
        (at[1] === at[3] && (at[1] === Math.round(y * 100) / 100 || at[1] === bottom));
      expect(rule.width).toBe(onFrame ? 1.5 : 1);
    }
  }
});
