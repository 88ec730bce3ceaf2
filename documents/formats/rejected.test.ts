import { expect, test } from 'vitest';
import { formBytes, rejectedForms } from '#fixtures/forms';
import { readForm } from './index.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function problemOf(bytes: Uint8Array): { code: string; message: string } {
  const reading = readForm(bytes);
  if (reading.ok) throw new Error('was not refused');
  return reading.problem;
}

test.each(rejectedForms)('%s is refused as %s', (file, code) => {
  const problem = problemOf(formBytes('rejected', file));
  expect(problem.code).toBe(code);
  expect(problem.message).toMatch(/[\u4e00-\u9fff]{6}.*。$/u);
});

test('a form with too many or too deep elements is refused', () => {
  const many = `<Person><XingMing>张三</XingMing>${'<a/>'.repeat(20_000)}</Person>`;
  const deep = `<Person><XingMing>张三</XingMing>${'<a>'.repeat(40)}${'</a>'.repeat(40)}</Person>`;
  expect(problemOf(encode(many)).code).toBe('form-too-complex');
  expect(problemOf(encode(deep)).code).toBe('form-too-complex');
});

test('a file above 30 MB is refused before it is looked at', () => {
  expect(problemOf(new Uint8Array(30_000_001).fill(0x3c)).code).toBe('form-too-large');
});

test.each(['<!doctype Person>', '<!ENTITY x "y">', '<!DOCTYPE Person SYSTEM "a.dtd">'])(
  '%s is refused, also in UTF-16',
  (declaration) => {
    const text = `<?xml version="1.0"?>${declaration}<Person><XingMing>张三</XingMing></Person>`;
    expect(problemOf(encode(text)).code).toBe('form-doctype');
    expect(problemOf(new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))).code).toBe('form-doctype');
  },
);

test('an .lrm whose last quote is missing is refused as truncated', () => {
  const bytes = formBytes('accepted', '石之程7.lrm');
  expect(problemOf(bytes.subarray(0, bytes.length - 3)).code).toBe('form-truncated');
});

test('text that is neither XML nor quoted fields is no form', () => {
  expect(problemOf(encode('姓名：张三')).code).toBe('form-not-a-form');
});

test('bytes that only look like markup never cost more than reading them', () => {
  for (const part of [
    '<!--',
    '<XingMing>',
    '<a',
    '<a>',
    '&',
    '&amp;',
    '<![CDATA[',
    '\u0001',
    '<JianLi>\u0001',
    '</',
  ]) {
    const text = `<Person><XingMing>张三</XingMing>${part.repeat(200_000)}</Person`;
    expect(problemOf(encode(text)).message).not.toBe('');
  }
});
