import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, InputNumber, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { DayInput, ErrorView, keyOf, Loading, useAction, useCall, useConfirm, useNotes } from '#platform/web';
import { readTeams } from '../../model/team/contracts.ts';
import {
  readTeamRules,
  resetTeamRules,
  ruleOn,
  saveTeamRules,
  type TeamLimits,
  type TeamRule,
} from '../../model/team/rules.ts';

/** 设置提示: from where the portrait of a team makes its remarks. */
export function RulesDialog({ asOf, onClose }: { asOf: string; onClose: () => void }) {
  const { data, error, refetch } = useCall(readTeamRules, {}, { freshFor: 0 });
  return (
    <Modal open title="设置班子结构提示" footer={null} width={600} onCancel={onClose} destroyOnHidden>
      {error ? (
        <ErrorView error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Editor
          key={data.version}
          rules={data.rules}
          version={data.version}
          isEdited={data.edited !== null}
          asOf={asOf}
          onClose={onClose}
        />
      ) : (
        <Loading />
      )}
    </Modal>
  );
}

interface EditorProps {
  readonly rules: readonly TeamRule[];
  readonly version: number;
  readonly isEdited: boolean;
  readonly asOf: string;
  readonly onClose: () => void;
}

function Editor({ rules, version, isEdited, asOf, onClose }: EditorProps) {
  const [rule, setRule] = useState(() => ruleOn(rules, asOf));
  const client = useQueryClient();
  const notes = useNotes();
  const confirm = useConfirm();
  const save = useAction(saveTeamRules);
  const reset = useAction(resetTeamRules);
  const others = rules.filter(({ effectiveFrom }) => effectiveFrom !== rule.effectiveFrom);
  const isNew = others.length === rules.length;
  const limit = (change: Partial<TeamLimits>): void =>
    setRule({ ...rule, value: { ...rule.value, ...change } });

  const finish = async (work: () => Promise<unknown>, note: string): Promise<void> => {
    try {
      await work();
      notes.done(note);
      await Promise.all(
        [readTeams, readTeamRules].map((each) => client.invalidateQueries({ queryKey: keyOf(each) })),
      );
      onClose();
    } catch (problem) {
      notes.failed(problem);
    }
  };
  const keep = (next: readonly TeamRule[], note: string) =>
    finish(() => save.mutateAsync({ body: { version, rules: [...next] } }), note);
  const restore = async (): Promise<void> => {
    const content = '本单位设置的各套界限都将取消。';
    if (!(await confirm({ title: '恢复系统提供的界限？', content, verb: '恢复', grave: true }))) return;
    await finish(() => reset.mutateAsync({}), '已恢复系统提供的界限');
  };
  const { value } = rule;
  return (
    <div className="team-rules">
      <p className="soft-text">对本单位全体用户生效。执行日期以前的截止时间，仍按原来的界限提示。</p>
      {rules.length > 1 && (
        <Line label="已设置的界限">
          <Select
            aria-label="已设置的界限"
            value={isNew ? null : rule.effectiveFrom}
            placeholder="新的一套"
            options={rules.map(({ effectiveFrom, source }) => ({
              value: effectiveFrom,
              label: `${effectiveFrom} 起 ${source}`,
            }))}
            onChange={(from: string | null) => setRule(ruleOn(rules, from ?? asOf))}
          />
        </Line>
      )}
      <Line label="执行日期">
        <DayInput
          label="执行日期"
          value={rule.effectiveFrom}
          onChange={(day) => setRule({ ...rule, effectiveFrom: day })}
        />
      </Line>
      <Line label="依据">
        <Input
          aria-label="依据"
          value={rule.source}
          maxLength={200}
          placeholder="文件名称、文号"
          onChange={({ target }) => setRule({ ...rule, source: target.value })}
        />
      </Line>
      <Line label="班子人数满">
        <Whole
          label="班子人数"
          value={value.fewestMembers}
          most={50}
          onChange={(fewestMembers) => limit({ fewestMembers })}
        />
        人的才作结构提示
      </Line>
      <Line label="女干部少于">
        <Whole
          label="女干部人数"
          value={value.fewestWomen}
          most={50}
          onChange={(fewestWomen) => limit({ fewestWomen })}
        />
        人时提示
      </Line>
      <Line label="年轻干部">
        <Whole
          label="年轻干部年龄"
          value={value.youngAge}
          least={18}
          most={70}
          onChange={(youngAge) => limit({ youngAge })}
        />
        岁以下的少于
        <Whole
          label="年轻干部人数"
          value={value.fewestYoung}
          most={50}
          onChange={(fewestYoung) => limit({ fewestYoung })}
        />
        人时提示
      </Line>
      <Line label="平均年龄">
        <Checkbox
          checked={value.mostAverageAge !== null}
          onChange={({ target }) => limit({ mostAverageAge: target.checked ? 50 : null })}
        >
          高于
        </Checkbox>
        <InputNumber<number>
          aria-label="平均年龄"
          value={value.mostAverageAge}
          min={18}
          max={80}
          precision={1}
          step={0.5}
          disabled={value.mostAverageAge === null}
          onChange={(years) => limit({ mostAverageAge: years ?? 50 })}
        />
        岁时提示
      </Line>
      <Line label="一年内到龄">
        <Whole
          label="一年内到龄人数"
          value={value.retiringInOneYear}
          most={100}
          onChange={(retiringInOneYear) => limit({ retiringInOneYear })}
        />
        人以上时提示
      </Line>
      <p className="soft-text">人数填 0 的不提示。</p>
      <div className="team-rules-actions">
        {isEdited && <Button onClick={() => void restore()}>恢复系统提供的界限</Button>}
        {!isNew && others.length > 0 && (
          <Button loading={save.isPending} onClick={() => void keep(others, '这套界限已删除')}>
            删除这一套
          </Button>
        )}
        <span className="stats-gap" />
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          loading={save.isPending}
          disabled={rule.source.trim() === '' || rule.effectiveFrom === ''}
          onClick={() => void keep([...others, rule], '提示界限已保存')}
        >
          保存
        </Button>
      </div>
    </div>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="team-rules-line">
      <span>{label}</span>
      <span>{children}</span>
    </div>
  );
}

function Whole({
  label,
  value,
  least = 0,
  most,
  onChange,
}: {
  label: string;
  value: number;
  least?: number;
  most: number;
  onChange: (value: number) => void;
}) {
  return (
    <InputNumber<number>
      aria-label={label}
      value={value}
      min={least}
      max={most}
      precision={0}
      onChange={(next) => onChange(next ?? least)}
    />
  );
}
