import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

// Types are stripped and code is compiled while the program is read. Kept from one start to the next (in our own folder,
// where nobody else can put anything), this brings the first page in about half the time.
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'compiled'));
await import('./start.ts');
// Now and not when the program ends: the processes of long work start with it as well.
flushCompileCache();
