import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';
import type { ThreadStart } from './job-messages.ts';

// A thread compiles everything anew unless it is told where the program keeps the result; that is half of its start.
const { script, compileCache } = workerData as ThreadStart;
if (compileCache !== undefined) enableCompileCache(compileCache);
await import(script);
