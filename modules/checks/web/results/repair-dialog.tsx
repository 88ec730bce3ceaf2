import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { ErrorView, Loading, useAction, useCall, useNotes } from '#platform/web';
import { repairRule } from '../../model/contracts.ts';

/** 全部修复: what would be changed, then all of it as one change. */
export function RepairDialog({
  rule,
  label,
  unit,
  onClose,
}: {
  readonly rule: string;
  readonly label: string;
  readonly unit: string | undefined;
  readonly onClose: () => void;
}) {
  const wanted = { rule, ...(unit === undefined ? {} : { unit }) };
  const { data, error, refetch } = useCall(repairRule, { body: wanted }, { freshFor: 0 });
  const repair = useAction(repairRule);
  const client = useQueryClient();
  const { done, failed } = useNotes();
  const putRight = async (fingerprint: string): Promise<void> => {
    try {
      const { people } = await repair.mutateAsync({ body: { ...wanted, fingerprint } });
      done(`已修复 ${people} 人，可在变更记录中一次撤销`);
      onClose();
      await client.invalidateQueries();
    } catch (thrown) {
      failed(thrown);
      // What is shown may not be what there is any more.
      await refetch();
    }
  };
  const people = data?.people ?? 0;
  return (
    <Modal
      open
      width={720}
      title={`全部修复：${label}`}
      okText={people > 0 ? `修复 ${people} 人` : '修复'}
      cancelText="取消"
      okButtonProps={{ disabled: people === 0, loading: repair.isPending }}
      onOk={() => data && void putRight(data.fingerprint)}
      onCancel={onClose}
    >
      {error ? (
        <ErrorView error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <>
          <p>下列 {people} 人只有一种改法，将一并修改；其余人员请逐人核对。</p>
          <ul className="checks-preview">
            {data.lines.map(({ id, name, text }) => (
              <li key={id}>
                <strong>{name}</strong>
                {text}
              </li>
            ))}
          </ul>
          {people > data.lines.length && <p className="soft-text">只列出前 {data.lines.length} 人。</p>}
        </>
      ) : (
        <Loading label="正在列出将要改动的内容…" />
      )}
    </Modal>
  );
}
