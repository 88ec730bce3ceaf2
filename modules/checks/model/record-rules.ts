import type { SubjectSets } from '#platform/model';
import type { CheckWorld, Fault, FoundFault, RecordRule, RuleHead } from './rule.ts';
import type { RuleSettings } from './settings.ts';
import { appraisalRules } from './rules/appraisals.ts';
import { doubtFaults, doubtRules } from './rules/doubts.ts';
import { educationRules } from './rules/education.ts';
import { partyRules } from './rules/party.ts';
import { personRules } from './rules/person.ts';
import { postRules } from './rules/posts.ts';
import { rankRules } from './rules/ranks.ts';

const functionRules: readonly RecordRule[] = [
  ...personRules,
  ...partyRules,
  ...educationRules,
  ...postRules,
  ...rankRules,
  ...appraisalRules,
];

/** The rules about the records of one person that come with the program. */
export const recordRules: readonly RuleHead[] = [...doubtRules, ...functionRules];

/**
 * The sets that rules look at; of others they see only values that no code table knows. Checking everybody reads no
 * more than these.
 */
export const checkedSets = [
  'A01',
  'A02',
  'A05',
  'A08',
  'A15',
  'A17',
  'A30',
  'A31',
  'A36',
  'A57',
  'VF01',
] as const;

/** What the office has set of a rule; as delivered where it has set nothing. */
export function settingOf(rule: RuleHead, settings: RuleSettings) {
  const own = settings.rules[rule.id];
  return {
    enabled: own?.enabled ?? true,
    level: own?.level ?? rule.level,
    effectiveFrom: own?.effectiveFrom ?? rule.effectiveFrom,
    parameter: own?.parameter ?? rule.parameter?.value ?? 0,
  };
}

/** All faults that the rules in force find in the records of one person. */
export function faultsOf(sets: SubjectSets, world: CheckWorld, settings: RuleSettings): Fault[] {
  const faults: Fault[] = [];
  const add = (rule: RuleHead, found: readonly FoundFault[]): void => {
    const { level } = settingOf(rule, settings);
    for (const fault of found) faults.push({ ...fault, rule: rule.id, level });
  };
  const inForce = (rule: RuleHead): boolean => {
    const { enabled, effectiveFrom } = settingOf(rule, settings);
    return enabled && effectiveFrom <= world.today;
  };
  for (const { rule, fault } of doubtFaults(sets, world)) if (inForce(rule)) add(rule, [fault]);
  for (const rule of functionRules) {
    if (inForce(rule)) add(rule, rule.find(sets, world, settingOf(rule, settings).parameter));
  }
  return faults;
}
