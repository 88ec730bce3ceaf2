import type { Fact } from '#engine';
import type { CodeTables } from '#platform/model';
import { ageFacts } from './age.ts';
import { appraisalFacts } from './appraisal.ts';
import { defaultRules } from './default-rules.ts';
import { disciplineFacts } from './discipline.ts';
import { educationFacts } from './education.ts';
import { ethnicFacts } from './ethnic.ts';
import { levelFacts } from './level.ts';
import { partyFacts } from './party.ts';
import { populationFacts } from './population.ts';
import { postFacts } from './posts.ts';
import { retirementFacts } from './retirement.ts';
import { rowFacts } from './rows.ts';
import type { RuleBook } from './rule-book.ts';
import { teamFacts } from './team.ts';

/** 派生事实: what follows from the records of a person on a reference date, in the order in which it is shown. */
export function cadreFacts(tables: CodeTables, rules: RuleBook = defaultRules): readonly Fact[] {
  return [
    ...populationFacts,
    ...ageFacts(rules),
    ...partyFacts(rules),
    ...ethnicFacts,
    ...educationFacts(tables, rules),
    ...postFacts,
    ...teamFacts,
    ...levelFacts(tables, rules),
    ...retirementFacts(rules),
    ...appraisalFacts(rules),
    ...disciplineFacts,
    ...rowFacts,
  ];
}
