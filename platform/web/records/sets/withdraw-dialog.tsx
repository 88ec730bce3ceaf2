import { Modal } from 'antd';
import { useMemo, useState } from 'react';
import { rowTitle, textOf, validateRows, withdrawalSet, type RecordRow } from '#platform/model';
import { useOfficeClock } from '../../session/session.tsx';
import { RecordForm } from '../record-form.tsx';
import type { SetProps } from './set-props.ts';

export interface WithdrawDialogProps extends Pick<SetProps, 'set' | 'tables' | 'units' | 'unitName'> {
  readonly row: RecordRow;
  /** Stores the row as withdrawn; true when it was stored. */
  readonly onWithdraw: (row: RecordRow) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Ends a row that is evidence: asks for everything that the withdrawal has to say. The row itself stays. */
export function WithdrawDialog({
  set,
  tables,
  units,
  unitName,
  row,
  onWithdraw,
  onClose,
}: WithdrawDialogProps) {
  const clock = useOfficeClock();
  const asked = useMemo(() => withdrawalSet(set), [set]);
  const [edited, setEdited] = useState<RecordRow>(() => begun(asked.fields, row, clock.day()));
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [focus] = useState(() => ({ field: asked.fields[0]?.key ?? '' }));
  const findings = useMemo(() => validateRows(asked, [edited], tables), [asked, edited, tables]);
  const verb = set.withdrawal?.verb ?? '';

  const submit = async (): Promise<void> => {
    setTried(true);
    if (findings.length > 0) return;
    setSaving(true);
    if (!(await onWithdraw({ ...row, ...edited }))) setSaving(false);
  };
  return (
    <Modal
      open
      title={`${verb}：${rowTitle(set, row, tables, unitName)}`}
      okText={verb}
      cancelText="取消"
      okButtonProps={{ danger: true, loading: saving }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p className="soft-text">撤销后这条记录保留，不再有约束力。可在历史中撤销这次变更。</p>
      <RecordForm
        set={asked}
        row={edited}
        tables={tables}
        units={units}
        onChange={setEdited}
        findings={tried ? findings : findings.filter((finding) => finding.code !== 'required')}
        focus={focus}
      />
    </Modal>
  );
}

/** What the row says of its withdrawal already; a day that it does not say is today. */
function begun(fields: ReturnType<typeof withdrawalSet>['fields'], row: RecordRow, today: string): RecordRow {
  const values = fields.map(({ key, type }) => [key, textOf(row, key) || (type === 'date' ? today : null)]);
  return { ...Object.fromEntries(values), id: row.id };
}
