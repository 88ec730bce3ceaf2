import { checkTopics, recordRules, settingOf, type CheckLevel, type RuleSettings } from '#modules/checks';

/** A rule of either kind as results name it. */
export interface NamedRule {
  readonly id: string;
  readonly label: string;
  readonly topic: string;
  readonly level: CheckLevel;
}

export const questionTopic = '查询规则';

/** Topics in the order in which they are shown, those of questions last. */
function placeOf(topic: string): number {
  const place = (checkTopics as readonly string[]).indexOf(topic);
  return place < 0 ? checkTopics.length : place;
}

export function byTopic(a: { readonly topic: string }, b: { readonly topic: string }): number {
  return placeOf(a.topic) - placeOf(b.topic);
}

/** Every rule, by its id, with the level that the office has set. */
export function namedRules(settings: RuleSettings): ReadonlyMap<string, NamedRule> {
  const record = recordRules.map((rule) => ({
    id: rule.id,
    label: rule.label,
    topic: rule.topic,
    level: settingOf(rule, settings).level,
  }));
  const asked = settings.questions.map(({ id, label, level }) => ({
    id,
    label,
    topic: questionTopic,
    level,
  }));
  return new Map([...record, ...asked].toSorted(byTopic).map((rule) => [rule.id, rule]));
}
