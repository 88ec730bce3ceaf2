import type { Migration } from 'kysely/migration';
import * as recordsAndJournal from './0001-records-and-journal.ts';
import * as identity from './0002-identity.ts';
import * as unitsAndPeople from './0003-units-and-people.ts';
import * as importsAndExports from './0004-imports-and-exports.ts';
import * as waitingRecords from './0005-waiting-records.ts';
import * as queries from './0006-queries.ts';
import * as homeAlerts from './0007-home-alerts.ts';
import * as rosters from './0008-rosters.ts';
import * as statistics from './0009-statistics.ts';
import * as savedTakeovers from './0010-saved-takeovers.ts';
import * as unitsOverTime from './0011-units-over-time.ts';
import * as duplicates from './0012-duplicates.ts';
import * as sheets from './0013-sheets.ts';
import * as checks from './0014-checks.ts';
import * as reorganizations from './0015-reorganizations.ts';
import * as settingsGoneBack from './0016-settings-gone-back.ts';
import * as rightsOfFiles from './0017-rights-of-files.ts';
import * as rightsOfImports from './0018-rights-of-imports.ts';
import * as shorterNamesFirst from './0019-shorter-names-first.ts';

/** Every migration of every module, in the one order in which they run. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-records-and-journal': recordsAndJournal,
  '0002-identity': identity,
  '0003-units-and-people': unitsAndPeople,
  '0004-imports-and-exports': importsAndExports,
  '0005-waiting-records': waitingRecords,
  '0006-queries': queries,
  '0007-home-alerts': homeAlerts,
  '0008-rosters': rosters,
  '0009-statistics': statistics,
  '0010-saved-takeovers': savedTakeovers,
  '0011-units-over-time': unitsOverTime,
  '0012-duplicates': duplicates,
  '0013-sheets': sheets,
  '0014-checks': checks,
  '0015-reorganizations': reorganizations,
  '0016-settings-gone-back': settingsGoneBack,
  '0017-rights-of-files': rightsOfFiles,
  '0018-rights-of-imports': rightsOfImports,
  '0019-shorter-names-first': shorterNamesFirst,
};
