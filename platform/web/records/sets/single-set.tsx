import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { newId, validateRows, type RecordRow } from '#platform/model';
import { RecordForm } from '../record-form.tsx';
import type { Drafts } from './drafts.ts';
import { sameRow, type SetProps } from './set-props.ts';

/** A set with one row: its form, saved by the bar below. */
export function SingleSet(props: SetProps & { readonly drafts: Drafts }) {
  const { set, base, tables, units, editable, sensitive, warnings, save, focus, drafts } = props;
  const [empty] = useState<RecordRow>(() => ({ id: newId() }));
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const stored = base.rows[0] ?? empty;
  const draft = drafts.get(set.code);
  const row = draft?.row ?? stored;
  const findings = useMemo(() => validateRows(set, [row], tables), [set, row, tables]);
  const shown = tried ? findings : findings.filter((finding) => finding.code !== 'required');

  const change = (next: RecordRow): void => {
    const start = draft?.base ?? base;
    if (sameRow(next, start.rows[0] ?? empty)) drafts.drop(set.code);
    else drafts.put(set.code, { base: start, row: next });
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!draft || findings.length > 0) return;
    setSaving(true);
    if (await save(set, draft.base, [draft.row])) {
      drafts.drop(set.code);
      setTried(false);
    }
    setSaving(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <RecordForm
        set={set}
        row={row}
        tables={tables}
        units={units}
        onChange={change}
        findings={[...shown, ...(draft ? [] : warnings)]}
        readOnly={!editable}
        sensitive={sensitive}
        focus={focus}
      />
      {draft && (
        <div className="sets-save" role="region" aria-label="保存">
          <span className="warn-text">
            {tried && findings.length > 0 ? `有 ${findings.length} 处需要改正` : '有未保存的修改'}
          </span>
          <Button onClick={() => drafts.drop(set.code)}>放弃修改</Button>
          <Button type="primary" htmlType="submit" loading={saving}>
            保存
          </Button>
        </div>
      )}
    </form>
  );
}
