import { Button, Radio } from 'antd';
import { useState } from 'react';
import { UnitPicker, useAction, useConfirm, useNotes } from '#platform/web';
import { useUnits } from '#modules/organization/web';
import { applyImport, type ImportStatus } from '../../model/contracts.ts';
import { useImportUpdates } from '../import/use-import.ts';
import { tallySentence } from './tally.ts';
import { unitOf, type Target } from './target.ts';
import { UnknownUnits } from './unknown-units.tsx';
import { useTally } from './use-tally.ts';

const targets = [
  { value: 'recognized', label: '按现任职务识别' },
  { value: 'unit', label: '指定机构' },
  { value: 'none', label: '未归属' },
] as const;

/** Where new people go, and the button that writes. */
export function ApplyBar({ status }: { readonly status: ImportStatus }) {
  const [target, setTarget] = useState<Target>({ kind: 'recognized' });
  const { units } = useUnits();
  const apply = useAction(applyImport);
  const confirm = useConfirm();
  const { put } = useImportUpdates();
  const { failed } = useNotes();
  const tally = useTally(status.id);
  const writes = tally && tally.create + tally.update;
  const unit = unitOf(target);

  const write = async (): Promise<void> => {
    if (unit === undefined || !tally || writes === undefined) return;
    const agreed =
      writes === 0 ||
      (await confirm({
        title: `写入 ${writes.toLocaleString('zh-CN')} 人？`,
        content: `${tallySentence(tally)}写入后可以整体撤销。`,
        verb: '写入',
      }));
    if (!agreed) return;
    try {
      put(await apply.mutateAsync({ params: { id: status.id }, body: { unit } }));
    } catch (error) {
      failed(error);
    }
  };

  return (
    <footer className="import-apply">
      {(tally ? tally.create : status.counts.created) > 0 && (
        <div className="import-target">
          <span id="import-target">新增人员归入</span>
          <Radio.Group
            aria-labelledby="import-target"
            value={target.kind}
            options={[...targets]}
            onChange={(event) => setTarget(targetOf(String(event.target.value)))}
          />
          {target.kind === 'recognized' && <UnknownUnits importId={status.id} />}
          {target.kind === 'unit' && (
            <UnitPicker
              label="归入机构"
              units={units}
              value={target.unit}
              onChange={(chosen) => setTarget({ kind: 'unit', unit: chosen })}
            />
          )}
        </div>
      )}
      <Button
        type="primary"
        size="large"
        disabled={unit === undefined || !tally}
        loading={apply.isPending}
        onClick={() => void write()}
      >
        {labelOf(writes)}
      </Button>
    </footer>
  );
}

function targetOf(value: string): Target {
  if (value === 'unit') return { kind: 'unit', unit: null };
  return { kind: value === 'none' ? 'none' : 'recognized' };
}

function labelOf(writes: number | undefined): string {
  if (writes === undefined) return '写入';
  return writes === 0 ? '完成（没有要写入的内容）' : `写入 ${writes.toLocaleString('zh-CN')} 人`;
}
