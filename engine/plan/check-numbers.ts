import type { Problems } from './checking.ts';
import { limits } from './limits.ts';

type Condition = Readonly<Record<string, unknown>>;

/** `atLeast` and `atMost` of counts and months: whole, not negative, and one of them where they are needed. */
export function checkCounts(condition: Condition, needed: boolean, path: string, problems: Problems): void {
  for (const bound of ['atLeast', 'atMost']) {
    const value = condition[bound];
    if (value !== undefined && !isCount(value)) problems.add(`${path}.${bound}`, '请填写不小于 0 的整数');
  }
  if (needed && condition['atLeast'] === undefined && condition['atMost'] === undefined) {
    problems.add(path, '请填写“至少”或“至多”，或者两者都填');
  }
}

/** How many rows a sequence takes, and how many of them must meet the condition. */
export function checkTake(condition: Condition, path: string, problems: Problems): void {
  const { n, atLeast } = condition;
  if (!isCount(n) || n < 1 || n > limits.sequence) {
    problems.add(`${path}.n`, `请填写 1 到 ${limits.sequence} 之间的整数`);
  } else if (atLeast !== undefined && (!isCount(atLeast) || atLeast > n)) {
    problems.add(`${path}.atLeast`, `请填写 0 到 ${n} 之间的整数`);
  }
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
