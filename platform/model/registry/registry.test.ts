import { describe, expect, it } from 'vitest';
import type { SetDefinition, SetTime } from './definition.ts';
import { createRegistry } from './registry.ts';

function visits(time: SetTime): SetDefinition {
  return {
    code: 'x_T02',
    key: 'visit',
    label: '走访',
    subject: 'person',
    repeating: true,
    time,
    fields: [
      { key: 'from', code: 'XT0201', label: '开始', type: 'date' },
      { key: 'to', code: 'XT0202', label: '结束', type: 'date' },
      { key: 'status', code: 'XT0203', label: '状态', type: 'code', codeTable: 'ZB14' },
    ],
  };
}

describe('the time of a set', () => {
  it('is told by dates and a code of the set', () => {
    const span = { from: 'from', to: 'to', ended: { field: 'status', codes: ['0'] } };
    const time: SetTime = { order: 'from', visible: { from: 'from', at: 'end', until: 'to' }, span };
    expect(createRegistry([visits(time)]).get('x_T02').time).toEqual(time);
  });

  it.each<[string, SetTime]>([
    ['status', { order: 'status' }],
    ['since', { visible: { from: 'since' } }],
    ['until', { visible: { from: 'from', until: 'until' } }],
    ['ended', { span: { from: 'from', to: 'ended' } }],
    ['to', { span: { from: 'from', to: 'to', ended: { field: 'to', codes: ['0'] } } }],
  ])('is refused when it is told by %s', (key, time) => {
    expect(() => createRegistry([visits(time)])).toThrow(`x_T02 tells`);
    expect(() => createRegistry([visits(time)])).toThrow(key);
  });
});

it('a withdrawal by a field that the set has not is refused', () => {
  const set = { ...visits({}), withdrawal: { verb: '撤销', fields: ['to', 'why'] } };
  expect(() => createRegistry([set])).toThrow('x_T02 orders, titles or withdraws by the unknown field why');
});
