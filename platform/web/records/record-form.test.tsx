// @vitest-environment happy-dom
import { ConfigProvider } from 'antd';
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import {
  createCodeTable,
  createCodeTables,
  validateRows,
  type FieldDefinition,
  type RecordRow,
  type SetDefinition,
} from '#platform/model';
import { RecordForm } from './record-form.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const roots: Root[] = [];
afterEach(() => act(() => roots.splice(0).forEach((root) => root.unmount())));

const rowId = '018f0000-0000-7000-8000-000000000001';
const unitId = '018f0000-0000-7000-8000-000000000002';
const source = { standard: '', name_en: '', source: '', verified: true };
const tables = createCodeTables([
  createCodeTable('SEX', {
    ...source,
    name: '性别',
    items: [
      { code: '1', label: '男' },
      { code: '2', label: '女' },
    ],
  }),
  createCodeTable('LEVEL', {
    ...source,
    name: '层次',
    items: [
      { code: '1', label: '厅局级' },
      { code: '11', label: '厅局级正职', parent: '1' },
    ],
  }),
]);

function setOf(fields: readonly FieldDefinition[]): SetDefinition {
  return { code: 'x_test', key: 'x', label: '试验', subject: 'person', repeating: false, fields };
}

/** Draws the form and answers what it holds at any time. */
function draw(set: SetDefinition, first: Omit<RecordRow, 'id'> = {}, sensitive = true) {
  const place = document.body.appendChild(document.createElement('div'));
  const states: RecordRow[] = [{ ...first, id: rowId }];
  function Host() {
    const [row, setRow] = useState<RecordRow>({ ...first, id: rowId });
    return (
      <RecordForm
        set={set}
        row={row}
        tables={tables}
        units={[{ id: unitId, name: '样板区教育局', parent: null, pinyin: 'ybqjyj' }]}
        onChange={(next) => {
          states.push(next);
          setRow(next);
        }}
        findings={validateRows(set, [row], tables)}
        sensitive={sensitive}
      />
    );
  }
  const root = createRoot(place);
  roots.push(root);
  act(() =>
    root.render(
      <ConfigProvider theme={{ token: { motion: false } }}>
        <Host />
      </ConfigProvider>,
    ),
  );
  const control = (key: string): HTMLInputElement => {
    const found = place.querySelector<HTMLInputElement>(`[id="x_test.${key}"]`);
    if (!found) throw new Error(`no control for ${key}`);
    return found;
  };
  const type = (key: string, text: string): void => {
    const element = control(key);
    const prototype =
      element.tagName === 'TEXTAREA' ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    act(() => {
      element.focus();
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, text);
      element.dispatchEvent(new Event('input', { bubbles: true }));
    });
    act(() => {
      element.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
      element.blur();
    });
  };
  return { place, control, type, row: () => states.at(-1) ?? { id: '' } };
}

test('a made-up set of three fields is drawn and edited without a line of code for it', () => {
  const form = draw(
    setOf([
      { key: 'talent', code: 'X01', label: '特长', type: 'text' },
      { key: 'since', code: 'X02', label: '起始时间', type: 'date' },
      { key: 'note', code: 'X03', label: '说明', type: 'paragraph' },
    ]),
  );
  expect([...form.place.querySelectorAll('label')].map((label) => label.textContent)).toEqual([
    '特长',
    '起始时间',
    '说明',
  ]);
  form.type('talent', '书法');
  form.type('since', '197211');
  form.type('note', '两行\n文字');
  expect(form.row()).toEqual({ id: rowId, talent: '书法', since: '1972-11', note: '两行\n文字' });
  expect(form.control('since').value).toBe('1972.11');
});

test('a date keeps its precision, and what is no date is shown as an error and kept as typed', () => {
  const form = draw(setOf([{ key: 'd', code: 'X', label: '日期', type: 'date' }]), { d: '1972' });
  expect(form.control('d').value).toBe('1972');
  form.type('d', '197213');
  expect(form.control('d').value).toBe('197213');
  expect(form.place.querySelector('[role=alert]')?.textContent).toContain('不是有效日期');
  form.type('d', '1972-11-05');
  expect(form.row()['d']).toBe('1972-11-05');
  expect(form.place.querySelector('[role=alert]')).toBeNull();
  form.type('d', '');
  expect(form.row()['d']).toBeNull();
});

test('the original spelling of a date is shown and stays until the date is changed', () => {
  const field: FieldDefinition = { key: 'd', code: 'X', label: '日期', type: 'date' };
  const form = draw(setOf([field]), { d: null, asWritten: { d: '1972年春' } });
  expect(form.control('d').value).toBe('1972年春');
  form.type('d', '1972年春');
  expect(form.row().asWritten).toEqual({ d: '1972年春' });
  form.type('d', '1972.04');
  expect(form.row()).toEqual({ id: rowId, d: '1972-04' });
});

test('a value without a code is marked with its text', () => {
  const field: FieldDefinition = { key: 'c', code: 'X', label: '性别', type: 'code', codeTable: 'SEX' };
  const form = draw(setOf([field]), { c: null, asWritten: { c: '不男不女' } });
  expect(form.place.textContent).toContain('未编码');
  expect(form.place.textContent).toContain('原文：不男不女');
});

test('a code is chosen by its label, in a flat table and in one with levels', () => {
  const form = draw(
    setOf([
      { key: 'flat', code: 'X1', label: '性别', type: 'code', codeTable: 'SEX' },
      { key: 'deep', code: 'X2', label: '层次', type: 'code', codeTable: 'LEVEL' },
    ]),
    { flat: '1', deep: '11' },
  );
  expect(form.place.textContent).toContain('男');
  expect(form.place.textContent).toContain('厅局级正职');
  act(() => {
    form.control('flat').dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
  });
  const options = [...document.querySelectorAll<HTMLElement>('.ant-select-item-option')];
  act(() => options.find((option) => option.textContent?.includes('女'))?.click());
  expect(form.row()['flat']).toBe('2');
});

test('numbers, suggestions and units have their controls', () => {
  const form = draw(
    setOf([
      { key: 'n', code: 'X1', label: '排序', type: 'integer' },
      { key: 's', code: 'X2', label: '文字性别', type: 'text', suggest: 'SEX' },
      { key: 'u', code: 'X3', label: '单位', type: 'unit' },
    ]),
    { u: unitId },
  );
  form.type('n', '12');
  form.type('s', '男性');
  expect(form.row()).toMatchObject({ n: 12, s: '男性' });
  expect(form.place.textContent).toContain('样板区教育局');
});

test('sensitive and internal fields are left out for those who may not see them', () => {
  const form = draw(
    setOf([
      { key: 'open', code: 'X1', label: '公开', type: 'text' },
      { key: 'hidden', code: 'X2', label: '身份证号', type: 'text', sensitive: true },
      { key: 'inner', code: 'X3', label: '内部', type: 'text', internal: true },
    ]),
    {},
    false,
  );
  expect([...form.place.querySelectorAll('label')].map((label) => label.textContent)).toEqual(['公开']);
});

test('those who only read see the values there are, as people read them', () => {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  roots.push(root);
  const set = setOf([
    { key: 'sex', code: 'X1', label: '性别', type: 'code', codeTable: 'SEX' },
    { key: 'born', code: 'X2', label: '出生日期', type: 'date' },
    { key: 'note', code: 'X3', label: '备注', type: 'text' },
  ]);
  const row = { id: rowId, sex: '2', born: '1972-11', note: null };
  act(() =>
    root.render(
      <RecordForm set={set} row={row} tables={tables} units={[]} onChange={() => undefined} readOnly />,
    ),
  );
  expect(place.textContent).toBe('性别女出生日期1972.11');
  expect(place.querySelector('input')).toBeNull();
});
