import type { Suite } from '../suite.ts';
import { exportDocxSuite } from './export-docx.ts';
import { exportPdfSuite } from './export-pdf.ts';
import { importSuite } from './import.ts';
import { sampleSuite } from './sample.ts';
import { startSuite } from './start.ts';

export const suites: Readonly<Record<string, Suite>> = {
  import: importSuite,
  'export-pdf': exportPdfSuite,
  'export-docx': exportDocxSuite,
  start: startSuite,
  sample: sampleSuite,
};
