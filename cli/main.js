import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// As for the server: without it, reading the program takes longer than many a command. This first file is JavaScript,
// because it is read before the cache can spare Node the loading of what strips the types (40 ms).
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'compiled'));
await import('./run.ts');
