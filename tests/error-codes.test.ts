import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The codes of all errors that the program may tell. */
function codesInCode(): Set<string> {
  const codes = new Set<string>();
  for (const file of globSync('{platform,modules,server,cli}/**/*.{ts,tsx}', { cwd: root })) {
    if (file.includes('.test.') || /\/test-[\w-]+\.ts$/.test(file)) continue;
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, code] of text.matchAll(/new CadreError\(\s*'([a-z-]+)'/g)) if (code) codes.add(code);
  }
  return codes;
}

it('every error code has its line in docs/errors.md', () => {
  const told = readFileSync(join(root, 'docs', 'errors.md'), 'utf8');
  const codes = [...codesInCode()];
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => !told.includes(`\`${code}\``))).toEqual([]);
});
