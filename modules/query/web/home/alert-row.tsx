import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { Alert } from '../../model/alerts-contracts.ts';
import { limitsText, readLimits } from './alert-edits.ts';

interface AlertRowProps {
  readonly alert: Alert;
  readonly onChange: (alert: Alert) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
  /** Says whether what is typed here cannot be saved. */
  readonly onWrong: (wrong: boolean) => void;
}

/** One reminder: shown or not, its name, its thresholds, its place. */
export function AlertRow({ alert, onChange, onMove, onRemove, onWrong }: AlertRowProps) {
  const { label, hidden, steps } = alert;
  const [limits, setLimits] = useState(limitsText(steps?.values ?? []));
  const isWrong = steps !== undefined && readLimits(limits) === null;
  return (
    <li className="alert-row">
      <Checkbox
        checked={!hidden}
        aria-label={`显示“${label}”`}
        onChange={(event) => onChange({ ...alert, hidden: !event.target.checked })}
      />
      <Input
        aria-label="提醒名称"
        value={label}
        maxLength={40}
        status={label.trim() === '' ? 'error' : ''}
        onChange={(event) => {
          onChange({ ...alert, label: event.target.value });
          onWrong(event.target.value.trim() === '' || isWrong);
        }}
      />
      {steps && (
        <label className="alert-limits">
          {steps.rule === 'at-least' ? '满' : ''}
          <Input
            aria-label={`“${label}”的界限`}
            value={limits}
            status={isWrong ? 'error' : ''}
            onChange={(event) => {
              const values = readLimits(event.target.value);
              setLimits(event.target.value);
              onWrong(values === null || label.trim() === '');
              if (values) onChange({ ...alert, steps: { ...steps, values } });
            }}
          />
          {steps.unit}
          {steps.rule === 'within' ? '内' : ''}
        </label>
      )}
      <span className="alert-row-buttons">
        <Button type="text" aria-label={`上移“${label}”`} onClick={() => onMove(-1)}>
          ↑
        </Button>
        <Button type="text" aria-label={`下移“${label}”`} onClick={() => onMove(1)}>
          ↓
        </Button>
        <Button type="text" aria-label={`删除“${label}”`} onClick={onRemove}>
          ✕
        </Button>
      </span>
      {isWrong && <p className="warn-text alert-wrong">界限应为 1 至 600 的整数，最多六个，用顿号隔开。</p>}
    </li>
  );
}
