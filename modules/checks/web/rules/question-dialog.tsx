import { Button, Drawer, Input, Select } from 'antd';
import { useState } from 'react';
import { useNarrow } from '#platform/web';
import { QuestionEditor } from '#modules/query/web';
import type { CheckLevel } from '../../model/rule.ts';
import type { QuestionRule } from '../../model/settings.ts';
import { levelNames } from '../level-mark.tsx';
import { MessageInput } from './message-input.tsx';

export interface QuestionDialogProps {
  readonly rule: QuestionRule;
  readonly onDone: (rule: QuestionRule) => void;
  readonly onClose: () => void;
}

const levels = (Object.keys(levelNames) as CheckLevel[]).map((value) => ({
  value,
  label: levelNames[value],
}));

/** 查询规则: whoever the conditions find breaks it; what is then said. */
export function QuestionDialog({ rule, onDone, onClose }: QuestionDialogProps) {
  const [draft, setDraft] = useState(rule);
  const isNarrow = useNarrow();
  const change = (next: Partial<QuestionRule>): void => setDraft((old) => ({ ...old, ...next }));
  const isReady =
    draft.label.trim() !== '' && draft.message.trim() !== '' && draft.question.where !== undefined;
  return (
    <Drawer
      open
      title={rule.label === '' ? '新建规则' : '编辑规则'}
      size={isNarrow ? '100%' : 760}
      onClose={onClose}
      extra={
        <Button type="primary" disabled={!isReady} onClick={() => onDone(draft)}>
          确定
        </Button>
      }
    >
      <div className="checks-form">
        <label htmlFor="checks-rule-label">规则名称</label>
        <Input
          id="checks-rule-label"
          value={draft.label}
          maxLength={60}
          placeholder="如：副科级领导任职满十年未交流"
          onChange={({ target }) => change({ label: target.value })}
        />
        <label htmlFor="checks-rule-level">级别</label>
        <Select<CheckLevel>
          id="checks-rule-level"
          value={draft.level}
          options={levels}
          onChange={(level) => change({ level })}
        />
        <label htmlFor="checks-rule-source">依据</label>
        <Input
          id="checks-rule-source"
          value={draft.source}
          maxLength={120}
          placeholder="文件名称、条款，可不填"
          onChange={({ target }) => change({ source: target.value })}
        />
        <span>条件</span>
        <div className="checks-question">
          <p className="soft-text">符合条件的人员即为有问题。</p>
          <QuestionEditor
            question={rule.question}
            withPopulation
            withSaved={false}
            onChange={(question) => change({ question })}
          />
        </div>
        <label htmlFor="checks-rule-message">提示内容</label>
        <MessageInput
          id="checks-rule-message"
          value={draft.message}
          onChange={(message) => change({ message })}
        />
      </div>
    </Drawer>
  );
}
