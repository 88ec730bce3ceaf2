import type { Suite } from '../suite.ts';
import { importSuite } from './import.ts';
import { sampleSuite } from './sample.ts';

export const suites: Readonly<Record<string, Suite>> = { import: importSuite, sample: sampleSuite };
