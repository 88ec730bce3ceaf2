import { expect, test } from 'vitest';
import { codeTree, countMatches, keysToOpen, searchTree, type CodeNode } from './code-tree.ts';

const tree = codeTree([
  { code: '1', label: '综合管理类' },
  { code: '1A', label: '乡科级正职', parent: '1', aliases: ['正科'] },
  { code: '1B', label: '乡科级副职', parent: '1' },
  { code: '2', label: '专业技术类' },
  { code: null, label: '其他' },
]);
const labels = (nodes: readonly CodeNode[]): string[] =>
  nodes.flatMap(({ item, children }) => [item.label, ...labels(children)]);

test('rows hang below their parents in the order of the table', () => {
  expect(labels(tree)).toEqual(['综合管理类', '乡科级正职', '乡科级副职', '专业技术类', '其他']);
  expect(tree).toHaveLength(3);
});

test('a match is shown below the rows that it belongs to', () => {
  expect(labels(searchTree(tree, '副职'))).toEqual(['综合管理类', '乡科级副职']);
  expect(countMatches(tree, '副职')).toBe(1);
});

test('codes match from their beginning, aliases count as labels', () => {
  expect(labels(searchTree(tree, '1a'))).toEqual(['综合管理类', '乡科级正职']);
  expect(labels(searchTree(tree, '正科'))).toEqual(['综合管理类', '乡科级正职']);
  expect(searchTree(tree, 'A')).toEqual([]);
});

test('only rows above a match are opened', () => {
  expect(keysToOpen(tree, '乡科级')).toEqual(['0']);
  expect(keysToOpen(tree, '专业')).toEqual([]);
  expect(keysToOpen(tree, '')).toEqual([]);
});
