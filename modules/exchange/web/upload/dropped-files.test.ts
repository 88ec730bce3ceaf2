// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { filesOfDrop, filesOfInput } from './dropped-files.ts';

/** A drop as the browser gives it: readers hand out a few entries a call, then none. */
function folder(fullPath: string, children: unknown[]) {
  return {
    isDirectory: true,
    isFile: false,
    fullPath,
    name: fullPath.split('/').at(-1),
    createReader: () => {
      const left = [...children];
      return { readEntries: (resolve: (some: unknown[]) => void) => resolve(left.splice(0, 2)) };
    },
  };
}

function file(fullPath: string, readable = true) {
  const name = fullPath.split('/').at(-1) ?? '';
  return {
    isDirectory: false,
    isFile: true,
    fullPath,
    name,
    file: (resolve: (file: File) => void, reject: (error: Error) => void) =>
      readable ? resolve(new File(['x'], name)) : reject(new Error('NotReadable')),
  };
}

const dropOf = (entries: unknown[]) =>
  ({
    items: entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry, getAsFile: () => null })),
  }) as unknown as DataTransfer;

test('folders are read to any depth and beyond the first hand of entries', async () => {
  const inner = folder('/全区/科局', [
    file('/全区/科局/c.lrmx'),
    file('/全区/科局/a.lrm'),
    file('/全区/科局/a.pic'),
  ]);
  const { files } = await filesOfDrop(dropOf([folder('/全区', [inner]), file('/一包.zip')]));
  expect(files.map(({ path }) => path)).toEqual([
    '全区/科局/a.lrm',
    '全区/科局/a.pic',
    '全区/科局/c.lrmx',
    '一包.zip',
  ]);
});

test('a file that cannot be opened is named and does not stop the others', async () => {
  const chosen = await filesOfDrop(dropOf([file('/坏.lrmx', false), file('/好.lrmx')]));
  expect(chosen.unreadable).toEqual(['坏.lrmx']);
  expect(chosen.files.map(({ path }) => path)).toEqual(['好.lrmx']);
});

test('files of one name from several places keep a path each, forms together with their photos', () => {
  const names = ['甲.lrm', '甲.pic', '甲.lrm', '甲.pic'];
  const { files } = filesOfInput(names.map((name) => new File(['x'], name)));
  expect(files.map(({ path }) => path)).toEqual(['甲.lrm', '甲.pic', '2/甲.lrm', '2/甲.pic']);
});
