import { Modal, Select } from 'antd';
import { useState } from 'react';
import type { OperationInput } from '#platform/model';
import { useAction, useCall, useNotes, useOfficeClock } from '#platform/web';
import { enterReserve, readReserve } from '../../model/contracts.ts';
import { EntryFields, newEntry, type EntryDraft } from './entry-fields.tsx';
import type { PeopleNamed } from '../found/people-body.ts';
import { Field } from './field.tsx';
import { useRefresh } from './use-refresh.ts';

type Body = OperationInput<typeof enterReserve>['body'];

/** 入库: people chosen, or all whom a question finds, enter a pool. */
export function EnterDialog({
  people,
  count,
  pool: given,
  method,
  onClose,
}: {
  readonly people: PeopleNamed;
  readonly count: number;
  /** Without it a pool is chosen first. */
  readonly pool?: { readonly id: string; readonly name: string };
  readonly method: EntryDraft['entryMethodCode'];
  readonly onClose: () => void;
}) {
  const [chosen, setChosen] = useState(given?.id ?? null);
  const clock = useOfficeClock();
  const [draft, setDraft] = useState(() => newEntry(clock.day(), method));
  const pools = useCall(readReserve, { body: {} }, { enabled: given === undefined, freshFor: 30_000 }).data
    ?.pools;
  const enter = useAction(enterReserve);
  const refresh = useRefresh();
  const { done, failed } = useNotes();
  const go = async (): Promise<void> => {
    if (chosen === null) return;
    try {
      const body = { pool: chosen, people, ...draft } as Body;
      const { entered, already } = await enter.mutateAsync({ body });
      await refresh();
      done(`已入库 ${entered} 人${already > 0 ? `，另有 ${already} 人原已在库` : ''}`);
      onClose();
    } catch (error) {
      failed(error);
    }
  };
  return (
    <Modal
      open
      title={`入库${given ? `：${given.name}` : ''}（${count} 人）`}
      okText="入库"
      cancelText="取消"
      okButtonProps={{ loading: enter.isPending, disabled: chosen === null || draft.enteredOn === '' }}
      onOk={() => void go()}
      onCancel={onClose}
    >
      <div className="reserve-form">
        {given === undefined && (
          <Field label="后备库" id="enter-pool">
            <Select
              id="enter-pool"
              aria-label="后备库"
              value={chosen}
              placeholder="选择后备库"
              options={(pools ?? [])
                .filter(({ pool }) => !pool.closed)
                .map(({ pool }) => ({ value: pool.id, label: pool.name }))}
              onChange={setChosen}
            />
          </Field>
        )}
        <EntryFields draft={draft} onChange={setDraft} />
        <p className="soft-text">入库是一项变更，可在“变更记录”中整批撤销。</p>
      </div>
    </Modal>
  );
}
