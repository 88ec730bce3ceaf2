import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { OperationOutput } from '#platform/model';
import {
  ErrorView,
  Loading,
  useAction,
  useCall,
  useCan,
  useConfirm,
  useLeaveGuard,
  useNotes,
  useOfficeClock,
} from '#platform/web';
import { readCheckRules, resetCheckSettings } from '../../model/contracts.ts';
import type { QuestionRule, RuleSettings } from '../../model/settings.ts';
import { useSaveSettings } from '../use-save-settings.ts';
import { QuestionDialog } from './question-dialog.tsx';
import { RuleRow } from './rule-row.tsx';
import { copyOf, emptyRule, ruleSet, withQuestion } from './rule-edits.ts';

type Answer = OperationOutput<typeof readCheckRules>;

/** 规则: what comes with the program, switched and set, and questions as rules. */
export function RulesTab() {
  // What is being changed here stays, also when somebody else has saved meanwhile.
  const [isChanged, setChanged] = useState(false);
  const { data, error, refetch } = useCall(readCheckRules, {}, { freshFor: 0, enabled: !isChanged });
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <Rules key={data.version} data={data} onChanged={setChanged} />;
}

function Rules({ data, onChanged }: { data: Answer; onChanged: (isChanged: boolean) => void }) {
  const clock = useOfficeClock();
  const stored = data.settings as RuleSettings;
  const [settings, setSettings] = useState(stored);
  const [edited, setEdited] = useState<QuestionRule | null>(null);
  const mayEdit = useCan('check:edit');
  const { save, isSaving } = useSaveSettings();
  const reset = useAction(resetCheckSettings);
  const client = useQueryClient();
  const confirm = useConfirm();
  const { done, failed } = useNotes();
  const isChanged = settings !== stored;
  useLeaveGuard(isChanged);
  useEffect(() => onChanged(isChanged), [isChanged, onChanged]);
  const restore = async (): Promise<void> => {
    const content = '本单位对规则、应填项目的设置和增加的规则都将取消。';
    if (!(await confirm({ title: '恢复系统提供的规则？', content, verb: '恢复', grave: true }))) return;
    try {
      await reset.mutateAsync({});
      done('已恢复系统提供的规则');
      await client.invalidateQueries();
    } catch (error) {
      failed(error);
    }
  };
  const remove = async (rule: QuestionRule): Promise<void> => {
    if (!(await confirm({ title: `删除规则“${rule.label}”？`, verb: '删除', grave: true }))) return;
    setSettings({ ...settings, questions: settings.questions.filter(({ id }) => id !== rule.id) });
  };
  const shipped = data.rules.filter(({ kind }) => kind === 'record');
  return (
    <div className="checks-rules">
      <div className="checks-line">
        <p className="soft-text">
          规则对本单位全体用户生效。
          {data.edited && `${data.edited.by} ${clock.dayText(data.edited.at)} 修改。`}
        </p>
        {mayEdit && (
          <span className="checks-actions">
            {data.edited && <Button onClick={() => void restore()}>恢复系统提供的规则</Button>}
            <Button onClick={() => setEdited(emptyRule(settings.questions))}>新建规则</Button>
          </span>
        )}
      </div>
      {[...Map.groupBy(shipped, ({ topic }) => topic)].map(([topic, rules]) => (
        <section key={topic} className="checks-topic" aria-label={topic}>
          <h3>{topic}</h3>
          <ul>
            {rules.map((rule) => (
              <RuleRow
                key={rule.id}
                rule={{ ...rule, ...ruleSet(rule, settings) }}
                disabled={!mayEdit}
                onChange={(change) =>
                  setSettings({
                    ...settings,
                    rules: { ...settings.rules, [rule.id]: { ...settings.rules[rule.id], ...change } },
                  })
                }
              />
            ))}
          </ul>
        </section>
      ))}
      <section className="checks-topic" aria-label="查询规则">
        <h3>查询规则</h3>
        {settings.questions.length === 0 && (
          <p className="soft-text">还没有查询规则。点“新建规则”，按查询条件设置。</p>
        )}
        <ul>
          {settings.questions.map((rule) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              disabled={!mayEdit}
              onChange={({ parameter: _none, ...change }) =>
                setSettings(withQuestion(settings, { ...rule, ...change }))
              }
            >
              {mayEdit && (
                <>
                  <Button size="small" onClick={() => setEdited(rule)}>
                    编辑
                  </Button>
                  <Button size="small" onClick={() => setEdited(copyOf(rule, settings.questions))}>
                    复制
                  </Button>
                  <Button size="small" onClick={() => void remove(rule)}>
                    删除
                  </Button>
                </>
              )}
            </RuleRow>
          ))}
        </ul>
      </section>
      {isChanged && (
        <div className="checks-save">
          <span>规则有改动，还没有保存。</span>
          <Button onClick={() => setSettings(stored)}>放弃</Button>
          <Button
            type="primary"
            loading={isSaving}
            onClick={() => void save(data.version, settings, '校核规则已保存')}
          >
            保存
          </Button>
        </div>
      )}
      {edited && (
        <QuestionDialog
          rule={edited}
          onClose={() => setEdited(null)}
          onDone={(rule) => {
            setSettings(withQuestion(settings, rule));
            setEdited(null);
          }}
        />
      )}
    </div>
  );
}
