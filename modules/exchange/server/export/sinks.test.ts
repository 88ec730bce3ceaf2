import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workFolder } from '../import/test-import.ts';
import { folderSink, zipSink } from './sinks.ts';

it('exported files are for their owner alone', async () => {
  const folder = join(workFolder(), 'out');
  const sink = await folderSink(folder);
  await sink.add('张三.lrmx', Buffer.from('form'), false);
  await sink.close();
  const zip = zipSink(join(folder, 'all.zip'));
  await zip.add('张三.lrmx', Buffer.from('form'), false);
  await zip.close();
  const modes = [folder, join(folder, '张三.lrmx'), join(folder, 'all.zip')].map(
    (path) => statSync(path).mode & 0o777,
  );
  expect(modes).toEqual([0o700, 0o600, 0o600]);
  expect(readFileSync(join(folder, '张三.lrmx'), 'utf8')).toBe('form');
});
