import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// As for the server: without it, reading the program takes longer than many a command.
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'compiled'));
await import('./run.ts');
