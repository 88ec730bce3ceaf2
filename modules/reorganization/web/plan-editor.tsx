import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { keyOf, messageOf, useAction, useConfirm, useLeaveGuard, useNotes } from '#platform/web';
import { useUnits } from '#modules/organization/web';
import {
  applyReorganization,
  createReorganization,
  listReorganizations,
  previewReorganization,
  readReorganization,
  saveReorganization,
  type DraftHead,
  type PlanDraft,
  type ReorganizationPreview,
} from '../model/contracts.ts';
import { reorganizationPlan, type ReorganizationPlan } from '../model/plan.ts';
import { DonePanel, type CarriedOut } from './done-panel.tsx';
import { PlanHead } from './plan-head.tsx';
import { stateOf } from './plans/plans-page.tsx';
import { PreviewPanel } from './preview/preview-panel.tsx';
import { StepList } from './steps/step-list.tsx';
import { unitsWithNew } from './steps/units-with-new.ts';

interface PlanEditorProps {
  /** Null for a plan that was not saved yet. */
  readonly saved: DraftHead | null;
  readonly start: PlanDraft;
}

interface Seen {
  readonly plan: ReorganizationPlan;
  readonly preview: ReorganizationPreview;
}

/** Works on a plan; every edit asks for a new preview. */
export function PlanEditor({ saved, start }: PlanEditorProps) {
  const [plan, setPlan] = useState(start);
  const [head, setHead] = useState(saved);
  const [name, setName] = useState(saved?.name ?? '');
  const [isDirty, setDirty] = useState(false);
  const [seen, setSeen] = useState<Seen | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [confirmed, setConfirmed] = useState(false);
  const [applied, setApplied] = useState<CarriedOut | null>(null);
  const { units: known } = useUnits();
  const units = useMemo(() => unitsWithNew(known, plan.steps), [known, plan.steps]);
  const preview = useAction(previewReorganization);
  const apply = useAction(applyReorganization);
  const create = useAction(createReorganization);
  const save = useAction(saveReorganization);
  const client = useQueryClient();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const { done } = useNotes();
  useLeaveGuard(isDirty && applied === null);

  const edit = (next: Partial<PlanDraft>): void => {
    setPlan({ ...plan, ...next });
    setDirty(true);
    setSeen(null);
    setConfirmed(false);
    setFailure(null);
  };
  const trying = async (work: () => Promise<void>): Promise<void> => {
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(error);
    }
  };
  const keep = (): Promise<void> =>
    trying(async () => {
      const body = { name: name.trim() || usualName(plan), plan };
      setName(body.name);
      if (head === null) {
        const { id } = await create.mutateAsync({ body });
        setDirty(false);
        await client.invalidateQueries({ queryKey: keyOf(listReorganizations) });
        done('已保存方案');
        await navigate({ to: '/reorganizations/$id', params: { id }, ignoreBlocker: true });
        return;
      }
      const { version } = await save.mutateAsync({
        params: { id: head.id },
        body: { ...body, version: head.version },
      });
      setHead({ ...head, version, name: body.name });
      setDirty(false);
      client.removeQueries({ queryKey: keyOf(readReorganization) });
      await client.invalidateQueries({ queryKey: keyOf(listReorganizations) });
      done('已保存方案');
    });
  const look = (wanted: PlanDraft = plan): Promise<void> =>
    trying(async () => {
      const checked = reorganizationPlan.safeParse(wanted);
      if (!checked.success) throw new Error(checked.error.issues[0]?.message ?? '方案不完整。');
      setSeen({ plan: checked.data, preview: await preview.mutateAsync({ body: { plan: checked.data } }) });
    });
  const carryOut = ({ plan: checked, preview: { counts, fingerprint } }: Seen): Promise<void> =>
    trying(async () => {
      const agreed = await confirm({
        title: '办理机构改革',
        content: `将改动机构 ${counts.units} 个，转隶 ${counts.people} 人、职务 ${counts.posts} 个。办理后可在变更记录中整体撤销。`,
        verb: '办理',
        grave: true,
      });
      if (!agreed) return;
      const body = { plan: checked, fingerprint, confirmed, draft: head?.id ?? null };
      setApplied(await apply.mutateAsync({ body }));
      await client.invalidateQueries();
    });
  const choose = (choices: Partial<PlanDraft>): void => {
    const wanted = { ...plan, ...choices };
    setPlan(wanted);
    setDirty(true);
    setConfirmed(false);
    void look(wanted);
  };

  if (applied !== null) return <DonePanel done={applied} />;
  return (
    <div className="reorg">
      <p className="reorg-back">
        <Link to="/reorganizations">← 机构改革</Link>
      </p>
      <header className="reorg-title">
        <Input
          aria-label="方案名称"
          placeholder="方案名称，如 2026 年区级机构改革"
          className="reorg-name"
          maxLength={100}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setDirty(true);
          }}
        />
        {head && head.change !== null && <span className="reorg-state">{stateOf(head)}</span>}
        <Button loading={create.isPending || save.isPending} disabled={!isDirty} onClick={() => void keep()}>
          保存方案
        </Button>
      </header>
      <PlanHead plan={plan} onChange={edit} />
      <StepList steps={plan.steps} units={units} onChange={(steps) => edit({ steps })} />
      <div className="reorg-actions">
        <Button
          type={seen === null ? 'primary' : 'default'}
          disabled={plan.steps.length === 0}
          loading={preview.isPending}
          onClick={() => void look()}
        >
          预览
        </Button>
        {failure !== null && (
          <span className="warn-text" role="alert">
            {messageOf(failure)}
          </span>
        )}
      </div>
      {seen && (
        <PreviewPanel
          preview={seen.preview}
          withTexts={seen.plan.texts}
          plan={plan}
          onChoose={choose}
          confirmed={confirmed}
          onConfirm={setConfirmed}
          applying={apply.isPending}
          isOld={preview.isPending || failure !== null}
          onApply={() => void carryOut(seen)}
        />
      )}
    </div>
  );
}

function usualName({ on, documentNo }: PlanDraft): string {
  return documentNo || (on === '' ? '机构改革方案' : `${on.slice(0, 4)} 年机构改革`);
}
