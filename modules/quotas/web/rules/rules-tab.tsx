import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Select, Switch } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import {
  DayInput,
  ErrorView,
  Loading,
  useAction,
  useCall,
  useOfficeClock,
  useCan,
  useConfirm,
  useNotes,
} from '#platform/web';
import {
  policiesWithDelivered,
  policyOn,
  readQuotaPolicies,
  resetQuotaPolicies,
  saveQuotaPolicies,
  type QuotaPolicy,
  type QuotaPolicyValue,
} from '../../model/rules/quota-policy.ts';
import type { TabProps } from '../tables/tab-props.ts';

/** 计算规则: what places may do in their own way; who may not edit quotas reads it. */
export function RulesTab({ asOf, onCounted }: TabProps) {
  const { data, error, refetch } = useCall(readQuotaPolicies, {}, { freshFor: 0 });
  const clock = useOfficeClock();
  const day = asOf ?? clock.day();
  useEffect(() => onCounted(day), [day, onCounted]);
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <Editor
      key={`${data.version} ${day}`}
      policies={data.policies}
      version={data.version}
      edited={data.edited}
      day={day}
    />
  );
}

interface EditorProps {
  readonly policies: readonly QuotaPolicy[];
  readonly version: number;
  readonly edited: { readonly by: string; readonly at: string } | null;
  readonly day: string;
}

function Editor({ policies, version, edited, day }: EditorProps) {
  const clock = useOfficeClock();
  const holds = policyOn(policies, day);
  const [policy, setPolicy] = useState(holds);
  const mayEdit = useCan('quota:edit');
  const client = useQueryClient();
  const notes = useNotes();
  const confirm = useConfirm();
  const save = useAction(saveQuotaPolicies);
  const reset = useAction(resetQuotaPolicies);
  const all = policiesWithDelivered(policies);
  const others = policies.filter(({ effectiveFrom }) => effectiveFrom !== policy.effectiveFrom);
  const isNew = all.every(({ effectiveFrom }) => effectiveFrom !== policy.effectiveFrom);
  // The delivered one as it is holds all the same when it is taken out of the list.
  const mayRemove =
    others.length > 0 &&
    others.length < policies.length &&
    JSON.stringify(policiesWithDelivered(others)) !== JSON.stringify(all);
  const { value } = policy;
  const change = (part: Partial<QuotaPolicyValue>): void =>
    setPolicy({ ...policy, value: { ...value, ...part } });

  const finish = async (work: () => Promise<unknown>, note: string): Promise<void> => {
    try {
      await work();
      notes.done(note);
      // Every number of the place may be another one.
      await client.invalidateQueries();
    } catch (problem) {
      notes.failed(problem);
    }
  };
  const keep = (next: readonly QuotaPolicy[], note: string) =>
    finish(() => save.mutateAsync({ body: { version, policies: [...next] } }), note);
  const restore = async (): Promise<void> => {
    const content = '本单位设置的各套规则都将取消，职数按系统提供的规则重新计算。';
    if (!(await confirm({ title: '恢复系统提供的规则？', content, verb: '恢复', grave: true }))) return;
    await finish(() => reset.mutateAsync({}), '已恢复系统提供的规则');
  };
  const share = (label: string, key: keyof QuotaPolicyValue['ratios']): ReactNode => (
    <InputNumber<number>
      aria-label={label}
      value={value.ratios[key]}
      min={0}
      max={100}
      step={1}
      precision={1}
      formatter={(shown) => (shown === undefined ? '' : String(Number(shown)))}
      suffix="%"
      disabled={!mayEdit}
      onChange={(next) => change({ ratios: { ...value.ratios, [key]: next ?? 0 } })}
    />
  );
  const months = (label: string, key: 'principalVacancyMonths' | 'comingVacancyMonths'): ReactNode => (
    <InputNumber<number>
      aria-label={label}
      value={value[key]}
      min={1}
      max={60}
      precision={0}
      disabled={!mayEdit}
      onChange={(next) => change({ [key]: next ?? 1 })}
    />
  );
  return (
    <section className="quota-rules" aria-label="计算规则">
      <p className="soft-text">
        各地可以不同的规则，对全部机构和全体用户生效。截止时间在执行日期以前的，按原来的规则计算。其他规则见用户手册“怎样算占职数”。
      </p>
      {all.length > 1 && (
        <Line label="各套规则">
          <Select
            aria-label="各套规则"
            className="quota-rules-choice"
            value={isNew ? null : policy.effectiveFrom}
            placeholder="新的一套"
            options={all.map(({ effectiveFrom, source }) => ({
              value: effectiveFrom,
              label: `${effectiveFrom} 起　${source}${effectiveFrom === holds.effectiveFrom ? '（现用）' : ''}`,
            }))}
            onChange={(from: string | null) => setPolicy(policyOn(policies, from ?? day))}
          />
        </Line>
      )}
      <Line label="执行日期">
        {mayEdit ? (
          <>
            <DayInput
              label="执行日期"
              value={policy.effectiveFrom}
              onChange={(next) => setPolicy({ ...policy, effectiveFrom: next })}
            />
            <span className="soft-text">改为新的日期，另存为一套</span>
          </>
        ) : (
          policy.effectiveFrom
        )}
      </Line>
      <Line label="依据">
        <Input
          aria-label="依据"
          value={policy.source}
          maxLength={200}
          placeholder="文件名称、文号"
          disabled={!mayEdit}
          onChange={({ target }) => setPolicy({ ...policy, source: target.value })}
        />
      </Line>
      <h2>职级职数</h2>
      <Line label="兼任职级">
        <Switch
          aria-label="领导职务兼任的职级计入职级职数"
          checked={value.concurrentRanks}
          disabled={!mayEdit}
          onChange={(concurrentRanks) => change({ concurrentRanks })}
        />
        领导职务兼任的职级{value.concurrentRanks ? '计入' : '不计入'}职级职数
      </Line>
      <Line label="比例">
        <span>二级调研员不超过行政编制的 {share('二级调研员比例', 'consultant2')}</span>
      </Line>
      <Line label="">
        <span>
          三级、四级调研员 {share('三级、四级调研员比例', 'consultant34')}，其中三级不超过{' '}
          {share('三级调研员比例', 'consultant3')}
        </span>
      </Line>
      <Line label="">
        <span>
          一级至四级主任科员 {share('主任科员比例', 'staff')}，其中一级、二级不超过{' '}
          {share('一级、二级主任科员比例', 'staff12')}
        </span>
      </Line>
      <h2>预警</h2>
      <Line label="正职空缺">{months('正职空缺月数', 'principalVacancyMonths')}个月以上的提醒</Line>
      <Line label="即将空缺">{months('到龄提前月数', 'comingVacancyMonths')}个月内到达退休年龄的提醒</Line>
      {edited && (
        <p className="soft-text">
          {edited.by} {clock.minuteText(edited.at)} 修改
        </p>
      )}
      {mayEdit && (
        <div className="quota-rules-actions">
          <Button
            type="primary"
            loading={save.isPending}
            disabled={policy.source.trim() === '' || policy.effectiveFrom === ''}
            onClick={() => void keep([...others, policy], '规则已保存，职数已按新的规则计算')}
          >
            {isNew ? '另存为一套' : '保存'}
          </Button>
          {mayRemove && (
            <Button loading={save.isPending} onClick={() => void keep(others, '这套规则已删除')}>
              删除这一套
            </Button>
          )}
          {edited && <Button onClick={() => void restore()}>恢复系统提供的规则</Button>}
        </div>
      )}
    </section>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="quota-rules-line">
      <span>{label}</span>
      <span>{children}</span>
    </div>
  );
}
