import { globSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from 'assemblyscript/asc';

const root = join(import.meta.dirname, '..');
const sources = join(root, 'engine', 'kernel', 'assembly');
const target = join(root, 'engine', 'kernel', 'kernel-bytes.ts');
const flags = [
  '-O3',
  '--enable',
  'simd',
  '--runtime',
  'stub',
  '--importMemory',
  '--noExportMemory',
  '--noAssert',
];

/** Compiles the AssemblyScript of the kernel to WebAssembly; throws with the compiler's words when it refuses. */
export async function compileKernel(): Promise<Uint8Array> {
  let compiled: Uint8Array | undefined;
  const files = new Set(globSync('*.ts', { cwd: sources }));
  let words = '';
  const { error } = await main(['entry.ts', '--outFile', 'kernel.wasm', ...flags], {
    readFile: (name) => (files.has(name) ? readFileSync(join(sources, name), 'utf8') : null),
    writeFile: (_name, contents) => {
      compiled = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
    },
    listFiles: () => [],
    stderr: { write: (chunk) => void (words += String(chunk)) },
  });
  if (error || !compiled) throw new Error(`the kernel does not compile\n${words}`);
  return compiled;
}

/** The text of `engine/kernel/kernel-bytes.ts`. */
export function kernelModule(wasm: Uint8Array): string {
  const text = Buffer.from(wasm).toString('base64');
  return `/** The compiled kernel in base64, made from \`assembly/\` by \`npm run kernel\`. */
export const kernelBytes =
  '${text}';
`;
}

if (import.meta.main) {
  const wanted = kernelModule(await compileKernel());
  const current = existsSync(target) ? readFileSync(target, 'utf8') : '';
  if (wanted !== current) writeFileSync(target, wanted);
  console.log(`engine/kernel/kernel-bytes.ts: ${wanted === current ? 'unchanged' : 'written'}`);
}
