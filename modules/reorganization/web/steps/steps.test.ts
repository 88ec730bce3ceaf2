import { describe, expect, it } from 'vitest';
import type { UnitNode } from '#modules/organization';
import { reorganizationStep, type ReorganizationStep } from '../../model/plan.ts';
import { listsOf, rowOfStep, stepOf } from './step-sets.ts';
import { stepLabels, stepSentence } from './step-sentence.ts';
import { nextKey, unitsWithNew } from './units-with-new.ts';

const steps: readonly ReorganizationStep[] = [
  { kind: 'create', key: 'new-1', name: '丙局', shortName: '', parent: 'a', levelCode: '109', kindCode: '1' },
  { kind: 'merge', units: ['b', 'c'], into: 'new-1', offices: 'end' },
  { kind: 'abolish', unit: 'b', successor: null, offices: 'move' },
  { kind: 'abolish', unit: 'b', successor: 'c', offices: 'move' },
  { kind: 'rename', unit: 'b', name: '丁局', shortName: '' },
  { kind: 'regrade', unit: 'b', level: '108' },
  { kind: 'move', unit: 'b', parent: null },
  { kind: 'transferOffices', units: ['d'], to: 'new-1' },
  { kind: 'transferPeople', people: ['p', 'q'], from: 'b', to: 'c' },
];

describe('steps in the dialogs', () => {
  it('come out as they went in', () => {
    for (const step of steps) {
      const { kind } = step;
      const key = step.kind === 'create' ? step.key : 'new-9';
      expect(stepOf(kind, key, rowOfStep(kind, step), listsOf(step))).toEqual({ step });
    }
    expect(new Set(steps.map(({ kind }) => kind)).size).toBe(Object.keys(stepLabels).length);
    expect(steps.every((step) => reorganizationStep.safeParse(step).success)).toBe(true);
  });

  it('say what is missing', () => {
    const missing = (kind: ReorganizationStep['kind']) =>
      stepOf(kind, 'new-1', rowOfStep(kind, null), listsOf(null));
    expect(missing('create')).toEqual({ missing: '请填写机构名称' });
    expect(missing('merge')).toEqual({ missing: '请选择并入的机构' });
    expect(missing('move')).toEqual({ missing: '请选择机构' });
    expect(missing('transferPeople')).toEqual({ missing: '请选择划转的人员' });
  });

  it('read as sentences', () => {
    const nameOf = (ref: string): string => `“${ref}”`;
    expect(steps.map((step) => stepSentence(step, nameOf))).toEqual([
      '新设丙局，隶属“a”',
      '“b”、“c”并入“new-1”，内设机构一并撤销',
      '撤销“b”，没有承接机构',
      '撤销“b”，由“c”承接，内设机构随转',
      '“b”更名为丁局',
      '“b”调整规格',
      '“b”调整为最上级机构',
      '内设机构“d”划入“new-1”，人员随转',
      '“b” 2 人划转到“c”',
    ]);
  });

  it('offer the units that they found behind those below the same unit', () => {
    const unit = (id: string, parent: string | null, abolished = false): UnitNode => {
      const node = { id, name: id, shortName: '', parent, depth: parent === null ? 0 : 1, kindCode: '1' };
      return { ...node, pinyin: '', abolished };
    };
    const known = [unit('a', null), unit('b', 'a'), unit('x', 'a', true), unit('e', null)];
    expect(unitsWithNew(known, steps).map(({ id }) => id)).toEqual(['a', 'b', 'new-1', 'e']);
    expect([nextKey([]), nextKey(steps)]).toEqual(['new-1', 'new-2']);
  });
});
