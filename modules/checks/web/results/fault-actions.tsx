import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useAction, useCan, useNotes } from '#platform/web';
import { repairFault, type ShownFault } from '../../model/contracts.ts';
import { DismissDialog } from './dismiss-dialog.tsx';

/** 一键修复, where there is one right answer, and 确认无误. */
export function FaultActions({ person, fault }: { person: string; fault: ShownFault }) {
  const repair = useAction(repairFault);
  const client = useQueryClient();
  const { done, failed } = useNotes();
  const [isDismissing, setDismissing] = useState(false);
  const mayEdit = useCan('cadre:edit');
  if (!mayEdit) return null;
  const { rule, row, field, value } = fault;
  const named = { person, rule, row, field, value };
  const putRight = async (): Promise<void> => {
    try {
      await repair.mutateAsync({ body: named });
      done(`${fault.repair ?? '已修复'}，可在变更记录中撤销`);
      await client.invalidateQueries();
    } catch (error) {
      failed(error);
    }
  };
  return (
    <>
      {fault.repair !== undefined && (
        <Button size="small" type="primary" loading={repair.isPending} onClick={() => void putRight()}>
          {fault.repair}
        </Button>
      )}
      <Button size="small" onClick={() => setDismissing(true)}>
        确认无误
      </Button>
      {isDismissing && (
        <DismissDialog named={named} message={fault.message} onClose={() => setDismissing(false)} />
      )}
    </>
  );
}
