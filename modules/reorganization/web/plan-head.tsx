import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { printDate } from '#platform/model';
import { readTypedDate } from '#platform/web';
import type { PlanDraft } from '../model/contracts.ts';

interface PlanHeadProps {
  readonly plan: PlanDraft;
  readonly onChange: (next: Partial<PlanDraft>) => void;
}

/** The day, the document, and how posts and texts are taken over. */
export function PlanHead({ plan, onChange }: PlanHeadProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (plan.on === '' ? '' : printDate(plan.on));
  const isWrong = typed !== null && typed !== '' && (readTypedDate(typed)?.length ?? 0) < 7;
  return (
    <section className="reorg-head" aria-label="时间和依据">
      <label>
        <span>改革日期</span>
        <Input
          value={text}
          placeholder="如 2026.03.20"
          status={isWrong ? 'error' : ''}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange({ on: readTypedDate(event.target.value) ?? '' });
          }}
          onBlur={() => {
            if (!isWrong) setTyped(null);
          }}
        />
        {isWrong && <em className="warn-text">写到月或日，如 2026.03 或 2026.03.20</em>}
      </label>
      <label>
        <span>文号</span>
        <Input
          value={plan.documentNo}
          maxLength={60}
          placeholder="作为任免、核定文号"
          onChange={(event) => onChange({ documentNo: event.target.value })}
        />
      </label>
      <label className="is-wide">
        <span>说明</span>
        <Input
          value={plan.remark}
          maxLength={500}
          placeholder="记入机构沿革，可不填"
          onChange={(event) => onChange({ remark: event.target.value })}
        />
      </label>
      <div className="reorg-options">
        <Checkbox
          checked={plan.keepStart}
          onChange={(event) => onChange({ keepStart: event.target.checked })}
        >
          沿用原任职时间（不免原职、不另任新职，只改任职机构）
        </Checkbox>
        <Checkbox checked={plan.texts} onChange={(event) => onChange({ texts: event.target.checked })}>
          同时替换“现工作单位及职务”中的机构名称（任免表打印的文字）
        </Checkbox>
      </div>
    </section>
  );
}
