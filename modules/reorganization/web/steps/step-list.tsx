import { Button, Dropdown } from 'antd';
import { useMemo, useState } from 'react';
import type { UnitNode } from '#modules/organization';
import type { ReorganizationStep } from '../../model/plan.ts';
import { StepDialog } from './step-dialog.tsx';
import { stepLabels, stepSentence } from './step-sentence.ts';

interface StepListProps {
  readonly steps: readonly ReorganizationStep[];
  readonly units: readonly UnitNode[];
  readonly onChange: (steps: ReorganizationStep[]) => void;
}

type Kind = ReorganizationStep['kind'];

/** The steps, one after another. */
export function StepList({ steps, units, onChange }: StepListProps) {
  const [editing, setEditing] = useState<{ readonly kind: Kind; readonly place: number } | null>(null);
  const names = useMemo(() => new Map(units.map(({ id, name }) => [id, name])), [units]);
  const nameOf = (ref: string): string => `“${names.get(ref) ?? '（已不存在的机构）'}”`;
  const swap = (place: number, other: number): void => {
    const next = [...steps];
    const [a, b] = [next[place], next[other]];
    if (!a || !b) return;
    next[place] = b;
    next[other] = a;
    onChange(next);
  };
  return (
    <section className="reorg-steps" aria-label="步骤">
      <h2>步骤</h2>
      {steps.length === 0 && (
        <p className="soft-text">按先后写明每一步：先新设机构，再并入；先划转人员，再撤销。</p>
      )}
      <ol>
        {steps.map((step, place) => (
          <li key={`${place} ${step.kind}`}>
            <span className="reorg-step-kind">{stepLabels[step.kind]}</span>
            <span className="reorg-step-text">{stepSentence(step, nameOf)}</span>
            <span className="reorg-step-buttons">
              <Button size="small" onClick={() => setEditing({ kind: step.kind, place })}>
                修改
              </Button>
              <Button
                size="small"
                aria-label={`第 ${place + 1} 步上移`}
                disabled={place === 0}
                onClick={() => swap(place, place - 1)}
              >
                ↑
              </Button>
              <Button
                size="small"
                aria-label={`第 ${place + 1} 步下移`}
                disabled={place === steps.length - 1}
                onClick={() => swap(place, place + 1)}
              >
                ↓
              </Button>
              <Button size="small" onClick={() => onChange(steps.filter((each) => each !== step))}>
                删除
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <Dropdown
        trigger={['click']}
        menu={{
          items: Object.entries(stepLabels).map(([key, label]) => ({ key, label })),
          onClick: ({ key }) => setEditing({ kind: key as Kind, place: steps.length }),
        }}
      >
        <Button>添加步骤 ▾</Button>
      </Dropdown>
      {editing && (
        <StepDialog
          kind={editing.kind}
          step={steps[editing.place] ?? null}
          steps={steps}
          units={units}
          onClose={() => setEditing(null)}
          onSave={(step) => {
            onChange(steps.toSpliced(editing.place, 1, step));
            setEditing(null);
          }}
        />
      )}
    </section>
  );
}
