// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import type { ImportItem } from '../../model/contracts.ts';
import { CandidateChoice } from './candidate-choice.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const item: ImportItem = {
  n: 7,
  file: '甲.lrmx',
  name: '赵某',
  state: 'ambiguous',
  person: null,
  candidates: [{ id: 'p1', name: '赵某', birth: '1972.11', post: '科员', reason: '姓名和出生年月相同' }],
  differences: [],
  problems: [],
  unit: null,
  choice: null,
};

test('an unclear form offers its candidates, a new person, and to leave it out', () => {
  const chosen: [number, string | null][] = [];
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  act(() => root.render(<CandidateChoice item={item} onChoose={(n, choice) => chosen.push([n, choice])} />));
  const radios = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  expect(document.body.textContent).toContain('1972.11 出生，科员，姓名和出生年月相同');
  expect(radios.some((radio) => radio.checked)).toBe(false);
  for (const radio of radios) act(() => radio.click());
  expect(chosen).toEqual([
    [7, 'p1'],
    [7, 'create'],
    [7, 'skip'],
  ]);
  act(() => root.unmount());
});
