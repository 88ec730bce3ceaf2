import { mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

// Pages get a nonce when they are sent, so they cannot be compressed beforehand.
const compressible = /\.(?:js|css|svg|json|txt)$/;
const manifestName = '.vite/manifest.json';

/** Writes .br and .gz beside the built files, and moves the manifest out of the folder that is served. */
export function precompress(manifestTo: string): Plugin {
  return {
    name: 'cadre-precompress',
    apply: 'build',
    writeBundle: {
      sequential: true,
      order: 'post',
      handler({ dir }, bundle) {
        if (!dir) throw new Error('the build has no output folder');
        for (const name of Object.keys(bundle)) {
          if (compressible.test(name) && name !== manifestName) compress(join(dir, name));
        }
        mkdirSync(dirname(manifestTo), { recursive: true });
        renameSync(join(dir, manifestName), manifestTo);
        rmdirSync(join(dir, dirname(manifestName)));
      },
    },
  };
}

function compress(file: string): void {
  const bytes = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
