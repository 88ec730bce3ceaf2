import type { QuestionRule, RuleSettings } from '../../model/settings.ts';

/** What can be set of every rule. */
export interface RuleChange {
  readonly enabled?: boolean;
  readonly level?: QuestionRule['level'];
  readonly effectiveFrom?: string;
  readonly parameter?: number;
}

/** A rule as far as it can be set. */
export interface ShownRule {
  readonly id: string;
  readonly enabled: boolean;
  readonly level: QuestionRule['level'];
  readonly effectiveFrom: string;
  readonly parameter?:
    | {
        readonly label: string;
        readonly unit: string;
        readonly value: number;
        readonly least: number;
        readonly most: number;
      }
    | undefined;
}

/** A rule that comes with the program, as it stands with what is being set. */
export function ruleSet(rule: ShownRule, settings: RuleSettings): Omit<ShownRule, 'id'> {
  const own = settings.rules[rule.id];
  const { parameter } = rule;
  return {
    enabled: own?.enabled ?? rule.enabled,
    level: own?.level ?? rule.level,
    effectiveFrom: own?.effectiveFrom ?? rule.effectiveFrom,
    ...(parameter ? { parameter: { ...parameter, value: own?.parameter ?? parameter.value } } : {}),
  };
}

/** The settings with this question rule, in the place of the one with its id, or as the last. */
export function withQuestion(settings: RuleSettings, rule: QuestionRule): RuleSettings {
  const isKnown = settings.questions.some(({ id }) => id === rule.id);
  const questions = isKnown
    ? settings.questions.map((each) => (each.id === rule.id ? rule : each))
    : [...settings.questions, rule];
  return { ...settings, questions };
}

export function emptyRule(questions: readonly QuestionRule[]): QuestionRule {
  return {
    id: freeId(questions),
    label: '',
    level: 'warning',
    enabled: true,
    effectiveFrom: '1949-10-01',
    source: '',
    question: { population: 'serving' },
    message: '',
  };
}

export function copyOf(rule: QuestionRule, questions: readonly QuestionRule[]): QuestionRule {
  return { ...rule, id: freeId(questions), label: `${rule.label}（副本）`.slice(0, 60) };
}

function freeId(questions: readonly QuestionRule[]): string {
  const used = new Set(questions.map(({ id }) => id));
  let number = questions.length + 1;
  while (used.has(`q-own-${number}`)) number += 1;
  return `q-own-${number}`;
}
