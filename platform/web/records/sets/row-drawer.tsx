import { Button, Drawer } from 'antd';
import { useMemo, useState } from 'react';
import {
  formFields,
  isRowWithdrawn,
  rowTitle,
  validateRows,
  withdrawalSet,
  withoutWithdrawal,
  type RecordRow,
} from '#platform/model';
import { useConfirm } from '../../parts/feedback.ts';
import { useNarrow } from '../../theme/media.ts';
import { RecordForm } from '../record-form.tsx';
import { RecordValues } from '../record-values.tsx';
import { useLeaveGuard } from './leave-guard.ts';
import { sameRow, type SetProps } from './set-props.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

export interface RowDrawerProps extends Omit<SetProps, 'focus'> {
  readonly row: RecordRow;
  readonly isNew: boolean;
  readonly focus: { readonly field: string } | null;
  readonly onClose: () => void;
}

/** One row of a repeating set: edited, added, removed or withdrawn, and saved at once. */
export function RowDrawer(props: RowDrawerProps) {
  const { set, row, isNew, tables, units, unitName, editable, sensitive, warnings, save, focus, onClose } =
    props;
  // The versions when editing began: a change that comes meanwhile is then noticed.
  const [base] = useState(props.base);
  const [edited, setEdited] = useState(row);
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const confirm = useConfirm();
  const narrow = useNarrow();
  const dirty = !sameRow(edited, row);
  useLeaveGuard(dirty);
  const findings = useMemo(() => validateRows(set, [edited], tables), [set, edited, tables]);
  const shown = tried ? findings : findings.filter((finding) => finding.code !== 'required');

  const close = async (): Promise<void> => {
    if (dirty && !(await confirm({ title: '放弃未保存的修改？', verb: '放弃', grave: true }))) return;
    onClose();
  };
  const store = async (rows: readonly RecordRow[], done?: string): Promise<boolean> => {
    setSaving(true);
    const isSaved = await save(set, base, rows, done);
    if (isSaved) onClose();
    setSaving(false);
    return isSaved;
  };
  const withRow = (next: RecordRow) => base.rows.map((each) => (each.id === row.id ? next : each));
  const submit = async (): Promise<void> => {
    setTried(true);
    if (findings.length > 0) return;
    await store(isNew ? [...base.rows, edited] : withRow(edited));
  };
  const remove = async (): Promise<void> => {
    const name = rowTitle(set, row, tables, unitName);
    const title = `删除“${name}”？`;
    if (!(await confirm({ title, content: '删除后可在历史中撤销。', verb: '删除', grave: true }))) return;
    await store(
      base.rows.filter((each) => each.id !== row.id),
      `已删除“${name}”`,
    );
  };
  const { withdrawal } = set;
  const form = useMemo(() => (editable ? withoutWithdrawal(set) : set), [set, editable]);
  const isWithdrawn = isRowWithdrawn(set, row);
  return (
    <Drawer
      open
      size={narrow ? '100%' : 640}
      title={isNew ? `新增${set.label}` : rowTitle(set, row, tables, unitName)}
      onClose={() => void close()}
      mask={{ closable: !dirty }}
      extra={
        editable && (
          <div className="sets-drawer-actions">
            {!isNew && !set.lasting && (
              <Button danger disabled={saving} onClick={() => void remove()}>
                删除
              </Button>
            )}
            {!isNew && withdrawal && !isWithdrawn && (
              <Button
                danger
                disabled={saving || dirty}
                title={dirty ? '先保存或者放弃修改' : undefined}
                onClick={() => setWithdrawing(true)}
              >
                {withdrawal.verb}
              </Button>
            )}
            <Button type="primary" loading={saving} disabled={!dirty} onClick={() => void submit()}>
              保存
            </Button>
          </div>
        )
      }
    >
      <RecordForm
        set={form}
        row={edited}
        tables={tables}
        units={units}
        onChange={setEdited}
        findings={[...shown, ...(dirty ? [] : warnings.filter((warning) => warning.row === row.id))]}
        readOnly={!editable}
        sensitive={sensitive}
        focus={focus}
      />
      {editable && withdrawal && isWithdrawn && (
        <section className="sets-withdrawn" aria-label={withdrawal.verb}>
          <h3>已{withdrawal.verb}</h3>
          <RecordValues
            fields={formFields(withdrawalSet(set), tables)}
            row={row}
            tables={tables}
            units={units}
          />
        </section>
      )}
      {withdrawing && withdrawal && (
        <WithdrawDialog
          set={set}
          tables={tables}
          units={units}
          unitName={unitName}
          row={row}
          onWithdraw={(next) => store(withRow(next), `已${withdrawal.verb}`)}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </Drawer>
  );
}
