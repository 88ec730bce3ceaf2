import type { CheckLevel } from '../model/rule.ts';

export const levelNames: Readonly<Record<CheckLevel, string>> = {
  error: '错误',
  warning: '警告',
  hint: '提示',
};

/** The level of a rule, in a word and a colour. */
export function LevelMark({ level }: { level: CheckLevel }) {
  return <span className={`checks-level is-${level}`}>{levelNames[level]}</span>;
}
