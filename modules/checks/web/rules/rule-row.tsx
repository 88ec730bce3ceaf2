import { InputNumber, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { DayInput } from '#platform/web';
import type { CheckLevel } from '../../model/rule.ts';
import { levelNames } from '../level-mark.tsx';
import type { RuleChange, ShownRule } from './rule-edits.ts';

export interface RuleRowProps {
  readonly rule: Omit<ShownRule, 'id'> & { readonly label: string; readonly source: string };
  readonly disabled: boolean;
  readonly onChange: (change: RuleChange) => void;
  /** What else can be done with it. */
  readonly children?: ReactNode;
}

const levels = (Object.keys(levelNames) as CheckLevel[]).map((value) => ({
  value,
  label: levelNames[value],
}));

/** One rule: on or off, its level, since when it holds, its number. */
export function RuleRow({ rule, disabled, onChange, children }: RuleRowProps) {
  const { label, source, enabled, level, effectiveFrom, parameter } = rule;
  return (
    <li className={enabled ? 'checks-rule' : 'checks-rule is-off'}>
      <Switch
        size="small"
        aria-label={`启用“${label}”`}
        checked={enabled}
        disabled={disabled}
        onChange={(on) => onChange({ enabled: on })}
      />
      <span className="checks-rule-words">
        <span>{label}</span>
        <span className="soft-text">{source}</span>
      </span>
      <span className="checks-rule-values">
        {parameter && (
          <label>
            {parameter.label}
            <InputNumber<number>
              aria-label={`“${label}”${parameter.label}`}
              value={parameter.value}
              min={parameter.least}
              max={parameter.most}
              precision={0}
              disabled={disabled}
              onChange={(value) => onChange({ parameter: value ?? parameter.value })}
            />
            {parameter.unit}
          </label>
        )}
        <Select<CheckLevel>
          aria-label={`“${label}”的级别`}
          value={level}
          options={levels}
          disabled={disabled}
          onChange={(next) => onChange({ level: next })}
        />
        <DayInput
          label={`“${label}”的生效日期`}
          value={effectiveFrom}
          disabled={disabled}
          onChange={(day) => onChange({ effectiveFrom: day })}
        />
        {children}
      </span>
    </li>
  );
}
