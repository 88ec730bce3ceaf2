import type { Suite } from '../suite.ts';
import { browserSuite } from './browser.ts';
import { checksSuite } from './checks.ts';
import { exportDocxSuite } from './export-docx.ts';
import { exportPdfSuite } from './export-pdf.ts';
import { importSuite } from './import.ts';
import { queryLargeSuite, querySuite } from './query.ts';
import { rebuildSuite } from './rebuild.ts';
import { reorganizationSuite } from './reorganization.ts';
import { sampleSuite } from './sample.ts';
import { sheetSuite } from './sheet.ts';
import { quotasSuite } from './quotas.ts';
import { startSuite } from './start.ts';
import { xlsxSuite } from './xlsx.ts';

export const suites: Readonly<Record<string, Suite>> = {
  import: importSuite,
  'export-pdf': exportPdfSuite,
  'export-docx': exportDocxSuite,
  start: startSuite,
  rebuild: rebuildSuite,
  checks: checksSuite,
  reorganization: reorganizationSuite,
  sample: sampleSuite,
  sheet: sheetSuite,
  xlsx: xlsxSuite,
  query: querySuite,
  'query-large': queryLargeSuite,
  browser: browserSuite,
  quotas: quotasSuite,
};
