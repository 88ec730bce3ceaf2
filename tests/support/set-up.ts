import { afterAll } from 'vitest';
import { endFile } from './after-file.ts';

// The one file that is read anew for each test file.
afterAll(endFile);
