import { cadresWebWith, registryWeb } from '#modules/cadres/web';
import { checksWeb, loadPersonFaults } from '#modules/checks/web';
import { duplicatesWeb } from '#modules/duplicates/web';
import { changesWeb, exchangeWeb } from '#modules/exchange/web';
import { identityWeb } from '#modules/identity/web';
import { organizationWebWith } from '#modules/organization/web';
import { careerListColumn, compareWeb, queryWebWith } from '#modules/query/web';
import { quotasWeb, quotaUnitParts } from '#modules/quotas/web';
import { EnterFound, reserveWebWith, TagFound } from '#modules/reserve/web';
import { reorganizationWeb } from '#modules/reorganization/web';
import { RosterFromQuestion, rostersWeb } from '#modules/rosters/web';
import { EditChosen, EditFound, sheetsWeb } from '#modules/sheets/web';
import { statisticsWeb } from '#modules/statistics/web';
import type { ModuleWeb } from '#platform/web';

/** The modules that have pages, in the order of the navigation; the first place that a user may enter is the home. */
export const modules: readonly ModuleWeb[] = [
  // What can be done with the people chosen, their careers in one line, and what the rules find about a person.
  cadresWebWith([EditChosen], careerListColumn, loadPersonFaults),
  // What other modules show of a unit.
  organizationWebWith(quotaUnitParts),
  // What can be done with the people found beside what the module itself does.
  queryWebWith([RosterFromQuestion, EditFound, EnterFound, TagFound]),
  statisticsWeb,
  quotasWeb,
  compareWeb,
  rostersWeb,
  reserveWebWith([RosterFromQuestion]),
  exchangeWeb,
  sheetsWeb,
  checksWeb,
  duplicatesWeb,
  reorganizationWeb,
  identityWeb,
  changesWeb,
  registryWeb,
];
