import type { Condition, Question } from '#engine';

/** The ids of the saved questions and lists that a question names itself, each once. */
export function referencesOf({ where }: Question): string[] {
  const found = new Set<string>();
  if (where) collect(where, found);
  return [...found];
}

function collect(condition: Condition, found: Set<string>): void {
  if (condition.op === 'saved') found.add(condition.id);
  else if (condition.op === 'not') collect(condition.of, found);
  else if (condition.op === 'all' || condition.op === 'any')
    for (const part of condition.of) collect(part, found);
}
