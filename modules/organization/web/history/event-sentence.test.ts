import { expect, test } from 'vitest';
import { createCodeTables } from '#platform/model';
import { eventSentence } from './event-sentence.ts';

const tables = createCodeTables([]);
const said = (event: Record<string, string>) =>
  eventSentence({ id: 'r', changedOn: '2019-03', ...event }, tables, (id) => `${id}局`);

test.each([
  [{ changeCode: '1', nameAfter: '甲局', parentAfter: '乙' }, '设立，名称为“甲局”，隶属乙局'],
  [{ changeCode: '2', nameBefore: '甲局', nameAfter: '丙局' }, '由“甲局”更名为“丙局”'],
  [{ changeCode: '4', parentBefore: '乙' }, '隶属由乙局调整为最上级'],
  [{ changeCode: '5', successor: '丁' }, '并入丁局'],
  [{ changeCode: '5', remark: '戊局并入' }, '戊局并入'],
  [{ changeCode: '6', successor: '丁' }, '撤销，职能划入丁局'],
])('%j', (event, sentence) => {
  expect(said(event)).toBe(sentence);
});
