import { expect, test } from 'vitest';
import { createCodeTable } from '#platform/model';
import { listOptions, treeOptions } from './code-options.ts';

const table = createCodeTable('T', {
  standard: 'T',
  name: '试验',
  name_en: 'test',
  source: '',
  verified: true,
  items: [
    { code: '1', label: '省' },
    { code: null, label: '副省级市' },
    { code: null, label: '副省级市' },
    { code: '2', label: '县' },
  ],
});

test('a label without a code is offered once, however often the table has it', () => {
  const wanted = ['1', 'text:副省级市', '2'];
  expect(listOptions([table]).map(({ value }) => value)).toEqual(wanted);
  expect(treeOptions([table]).map(({ value }) => value)).toEqual(wanted);
});
