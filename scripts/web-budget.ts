import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

// The first screen is what the browser needs before a signed-in user sees the list of people: the entry, the page's
// own chunk, what both import statically, and their styles.
const manifestFile = 'dist/web-manifest.json';
const folder = 'dist/web';
const firstScreen = ['index.html', '../modules/cadres/web/list/list-page.tsx'];
const limit = 450_000;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Readonly<Record<string, Chunk>>;
const files = new Set<string>();
const seen = new Set<string>();

function collect(name: string): void {
  if (seen.has(name)) return;
  seen.add(name);
  const chunk = manifest[name];
  if (!chunk) throw new Error(`the build has no ${name}: the budget would examine nothing`);
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const inner of chunk.imports ?? []) collect(inner);
}
for (const name of firstScreen) collect(name);

let sum = 0;
let failed = false;
for (const file of files) {
  const size = gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
  if (size <= 20) failed = true;
  sum += size;
  console.log(`${String(size).padStart(8)}  ${file}`);
}
console.log(`${String(sum).padStart(8)}  first screen, gzip (limit ${limit})`);
if (failed || sum === 0 || sum > limit) {
  console.error(
    failed || sum === 0 ? 'a file of the first screen is empty' : 'the first screen is over its budget',
  );
  process.exitCode = 1;
}
