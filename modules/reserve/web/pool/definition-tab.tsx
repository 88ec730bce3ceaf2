import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useAction, useCan, useConfirm, useLeaveGuard, useNotes } from '#platform/web';
import { saveReservePools } from '../../model/contracts.ts';
import type { Pool } from '../../model/pools/pool.ts';
import { Field } from '../dialogs/field.tsx';
import { RenameDialog } from '../dialogs/rename-dialog.tsx';
import { useRefresh } from '../dialogs/use-refresh.ts';
import type { PoolFigures } from '../page/pool-card.tsx';
import { RuleField } from './rule-field.tsx';
import { TargetLines } from './target-lines.tsx';

const months = Array.from({ length: 12 }, (_, index) => ({ value: index + 1, label: `${index + 1} 月` }));

/** 定义: what the pool is, who enters, who leaves, what it should be made up of. */
export function DefinitionTab({
  figures,
  pools,
  version,
}: {
  readonly figures: PoolFigures;
  readonly pools: readonly Pool[];
  readonly version: number;
}) {
  const { pool, sentences } = figures;
  const mayEdit = useCan('reserve:edit');
  const [draft, setDraft] = useState<Pool>(pool);
  const [isRenaming, setRenaming] = useState(false);
  const save = useAction(saveReservePools);
  const refresh = useRefresh();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const { done, failed } = useNotes();
  const isTouched = draft !== pool && JSON.stringify(draft) !== JSON.stringify(pool);
  useLeaveGuard(isTouched && !save.isPending);
  const change = (next: Partial<Pool>): void => setDraft({ ...draft, ...next });
  const keep = async (list: readonly Pool[], said: string): Promise<boolean> => {
    try {
      await save.mutateAsync({ body: { pools: [...list] as never, version } });
      await refresh();
      done(said);
      return true;
    } catch (error) {
      failed(error);
      return false;
    }
  };
  const place = pools.findIndex(({ id }) => id === pool.id);
  const move = (by: 1 | -1): Promise<boolean> => {
    const list = pools.filter(({ id }) => id !== pool.id);
    list.splice(place + by, 0, pool);
    return keep(list, '已调整次序');
  };
  const remove = async (): Promise<void> => {
    const agreed = await confirm({
      title: `删除“${pool.name}”的定义`,
      content:
        figures.members > 0
          ? `干部信息中的入库记录不删除：${figures.members} 名成员的库名将列为未定义。不再使用的库，可以改为停止入库。`
          : '库中没有成员。',
      verb: '删除',
      grave: true,
    });
    const list = pools.filter(({ id }) => id !== pool.id);
    if (agreed && (await keep(list, '已删除'))) await navigate({ to: '/reserve' });
  };
  return (
    <div className="reserve-definition">
      <div className="reserve-tools">
        <Button disabled={!mayEdit || isTouched} onClick={() => setRenaming(true)}>
          改名
        </Button>
        <Button disabled={!mayEdit || isTouched || place <= 0} onClick={() => void move(-1)}>
          前移
        </Button>
        <Button disabled={!mayEdit || isTouched || place >= pools.length - 1} onClick={() => void move(1)}>
          后移
        </Button>
        <Button danger disabled={!mayEdit || isTouched} onClick={() => void remove()}>
          删除
        </Button>
      </div>
      <fieldset disabled={!mayEdit} className="reserve-form">
        <Field label="类别" id="pool-kind">
          <Input
            id="pool-kind"
            value={draft.kind}
            maxLength={20}
            autoComplete="off"
            onChange={(event) => change({ kind: event.target.value })}
          />
        </Field>
        <Field label="说明" id="pool-description">
          <Input.TextArea
            id="pool-description"
            value={draft.description}
            maxLength={400}
            rows={3}
            onChange={(event) => change({ description: event.target.value })}
          />
        </Field>
        <RuleField
          label="入库条件"
          hint="不设条件的，只能逐人选定入库"
          question={draft.entry}
          sentence={draft.entry === pool.entry ? sentences.entry : null}
          first={{ population: 'serving' }}
          withPopulation
          onChange={(entry) => change({ entry })}
        />
        <RuleField
          label="出库条件"
          hint="不设条件的，不提示应出库"
          question={draft.exit}
          sentence={draft.exit === pool.exit ? sentences.exit : null}
          first={{}}
          withPopulation={false}
          onChange={(exit) => change({ exit })}
        />
        <Field label="目标总数" id="pool-total">
          <InputNumber
            id="pool-total"
            min={0}
            max={100_000}
            precision={0}
            value={draft.target.total}
            suffix="人"
            onChange={(total) => change({ target: { ...draft.target, total } })}
          />
        </Field>
        <TargetLines
          lines={draft.target.lines}
          sentenceOf={(line) => {
            const at = pool.target.lines.findIndex(({ id }) => id === line.id);
            return pool.target.lines[at]?.question === line.question ? (sentences.lines[at] ?? null) : null;
          }}
          onChange={(lines) => change({ target: { ...draft.target, lines } })}
        />
        <Field label="每年研判月份" id="pool-month">
          <Select
            id="pool-month"
            aria-label="每年研判月份"
            allowClear
            value={draft.reviewMonth}
            options={months}
            onChange={(month?: number | null) => change({ reviewMonth: month ?? null })}
          />
        </Field>
        <Checkbox checked={draft.closed} onChange={(event) => change({ closed: event.target.checked })}>
          停止入库
        </Checkbox>
        {mayEdit && (
          <div className="reserve-tools">
            <Button
              type="primary"
              disabled={!isTouched}
              loading={save.isPending}
              onClick={() =>
                void keep(
                  pools.map((each) => (each.id === pool.id ? draft : each)),
                  '已保存',
                )
              }
            >
              保存
            </Button>
            {isTouched && <Button onClick={() => setDraft(pool)}>放弃修改</Button>}
          </div>
        )}
      </fieldset>
      {isRenaming && (
        <RenameDialog from={pool.name} names={[]} version={version} onClose={() => setRenaming(false)} />
      )}
    </div>
  );
}
