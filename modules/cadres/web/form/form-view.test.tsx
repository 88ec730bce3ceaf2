// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { layoutForm, type CellTarget, type FormVariant } from '#documents/form';
import { emptyForm } from '#documents/formats';
import { createRegistry, type RecordRow } from '#platform/model';
import { cadreSets } from '../../model/sets/all.ts';
import { placeOf } from './field-place.ts';
import { FormView } from './form-view.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
const roots: Root[] = [];
afterEach(() => act(() => roots.splice(0).forEach((root) => root.unmount())));

const { family: _family, photo: _photo, unknownElements: _unknown, ...empty } = emptyForm();
const relative = (name: string) => ({
  relation: '兄弟',
  name,
  birth: '197001',
  politicalStatus: '群众',
  workUnitAndPost: '样板市机械厂工人',
});

function draw(variant: FormVariant = 'A4', relatives = 1) {
  const targets: CellTarget[] = [];
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  roots.push(root);
  const form = {
    texts: {
      ...empty,
      name: '张建国',
      sex: '男',
      birth: '197211',
      filledOn: '20240601',
      currentPost: '样板区教育局局长',
    },
    family: Array.from({ length: relatives }, (_, index) => relative(`张建${index}`)),
    photo: null,
  };
  act(() =>
    root.render(
      <FormView
        form={form}
        variant={variant}
        scale={3}
        photo="/photo"
        onTarget={(target) => targets.push(target)}
      />,
    ),
  );
  return { place, targets };
}

test('both pages stand there with title, labels, values and the photo', () => {
  const { place } = draw();
  const texts = [...place.querySelectorAll('text')].map((each) => each.textContent);
  expect(place.querySelectorAll('svg')).toHaveLength(2);
  expect(texts.slice(0, 7).join('')).toBe('干部任免审批表');
  expect(texts).toEqual(
    expect.arrayContaining(['张建国', '1972.11', '（51岁）', '样板区教育局局长', '兄弟']),
  );
  expect(place.querySelector('image')?.getAttribute('href')).toBe('/photo');
});

test('a page is drawn in millimetres of its paper', () => {
  const size = (variant: FormVariant) => draw(variant).place.querySelector('svg')?.getAttribute('viewBox');
  expect(size('A4')).toBe('0 0 210 297');
  expect(size('B5')).toBe('0 0 182 257');
});

test('more relatives than the form has rows go on on a further sheet', () => {
  expect(draw('A4', 9).place.querySelectorAll('svg')).toHaveLength(3);
});

test('a cell opens the field that feeds it, by pointer and by keyboard', () => {
  const { place, targets } = draw();
  const cell = place.querySelector('[aria-label^="现工作单位及职务全称"]');
  act(() => void cell?.dispatchEvent(new MouseEvent('click', { bubbles: true })));
  act(() => void cell?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })));
  const target = { kind: 'field', field: 'currentPost' };
  expect(targets).toEqual([target, target]);
});

test('every cell of the form that a clerk may change leads to a field of the registry', () => {
  const registry = createRegistry(cadreSets);
  const rows: readonly RecordRow[] = [{ id: 'first', order: 1 }];
  const { pages } = layoutForm(emptyForm(), { variant: 'A4' });
  const targets = pages
    .flatMap((page) => page.boxes.map((box) => box.target))
    .filter((each) => each.kind !== 'photo');
  expect(targets.length).toBeGreaterThan(60);
  for (const target of targets) {
    const place = placeOf(target, registry, { A01: { rows }, A36: { rows } });
    expect(registry.field(`${place?.set}.${place?.field}`), JSON.stringify(target)).toBeDefined();
  }
  expect(placeOf({ kind: 'family', row: 0, column: 'name' }, registry, { A36: { rows } })?.row).toBe('first');
  expect(placeOf({ kind: 'family', row: 1, column: 'name' }, registry, { A36: { rows } })?.row).toBeNull();
});
