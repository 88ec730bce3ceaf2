import { Button, Checkbox, Input, InputNumber, Select, Tag } from 'antd';
import { useState } from 'react';
import { Loading, useAction, useCall, useNotes } from '#platform/web';
import {
  chooseSheet,
  listSheetSets,
  previewSheet,
  type BulkStatus,
  type SheetLookData,
} from '../../model/bulk-contracts.ts';
import { columnName } from './column-name.ts';
import { usePutJob } from './use-job.ts';

/** What the columns of an uploaded sheet mean, before it is checked. */
export function MappingView({ status, look }: { readonly status: BulkStatus; readonly look: SheetLookData }) {
  const sets = useCall(listSheetSets, {}, { freshFor: 600_000 });
  const set = sets.data?.sets.find(({ code }) => code === status.set);
  const [mapping, setMapping] = useState<readonly (string | null)[]>(look.mapping);
  const [clearMark, setClearMark] = useState(status.choice.clearMark);
  const [keepUnknown, setKeepUnknown] = useState(status.choice.keepUnknown);
  const [skipHidden, setSkipHidden] = useState(status.choice.skipHidden);
  const preview = useAction(previewSheet);
  const put = usePutJob();
  const { failed } = useNotes();
  if (!set) return <Loading />;

  const groups = Map.groupBy(set.targets, ({ group }) => group);
  const options = [...groups].map(([label, targets]) => ({
    label,
    options: targets.map(({ key, label: text }) => ({ value: key, label: text })),
  }));
  const doubled = mapping.filter((target, index) => target !== null && mapping.indexOf(target) !== index);
  const left = mapping.filter((target, index) => target === null && look.heads[index] !== '').length;
  const check = async (): Promise<void> => {
    try {
      const body = { ...status.answers, mapping: [...mapping], clearMark, keepUnknown, skipHidden };
      put(await preview.mutateAsync({ params: { id: status.id }, body }));
    } catch (error) {
      failed(error);
    }
  };

  return (
    <>
      <Place status={status} look={look} />
      <p>
        {look.rows.toLocaleString('zh-CN')} 行数据。请核对每一列对应的项目
        {look.isRemembered ? '（已按上次同样表头的选择填好）' : ''}
        {left > 0 ? `；有 ${left} 列没有对应项目，不会导入` : ''}。
      </p>
      <div className="sheets-scroll">
        <table className="sheets-table">
          <thead>
            <tr>
              <th className="is-place">列</th>
              <th>表头</th>
              <th>对应项目</th>
              <th>前几行内容</th>
            </tr>
          </thead>
          <tbody>
            {look.heads.map((head, column) => (
              <tr key={columnName(column)}>
                <td className="is-place">{columnName(column)}</td>
                <td>{head || <span className="soft-text">（空）</span>}</td>
                <td className="is-target">
                  <Select
                    aria-label={`第 ${columnName(column)} 列对应的项目`}
                    className="sheets-target"
                    showSearch={{ optionFilterProp: 'label' }}
                    allowClear
                    placeholder="不导入"
                    {...(doubled.includes(mapping[column] ?? '') ? { status: 'error' as const } : {})}
                    value={mapping[column] ?? null}
                    options={options}
                    onChange={(target: string | undefined) =>
                      setMapping(mapping.map((each, index) => (index === column ? (target ?? null) : each)))
                    }
                  />
                </td>
                <td className="is-text soft-text">
                  {look.samples
                    .map((row) => row[column] ?? '')
                    .filter((text) => text !== '')
                    .join('　')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <section className="sheets-options" aria-label="导入办法">
        <label>
          清空标记
          <Input
            value={clearMark}
            maxLength={20}
            placeholder="例如：清空"
            onChange={(event) => setClearMark(event.target.value)}
          />
          <span className="soft-text">填有这个标记的格子，把原有内容去掉；空格子不改变原有内容</span>
        </label>
        <Checkbox checked={keepUnknown} onChange={(event) => setKeepUnknown(event.target.checked)}>
          代码表中没有的文字按原文保留（不选则作为错误列出）
        </Checkbox>
        {look.hiddenRows > 0 && (
          <Checkbox checked={skipHidden} onChange={(event) => setSkipHidden(event.target.checked)}>
            不导入表中隐藏的 {look.hiddenRows.toLocaleString('zh-CN')} 行
          </Checkbox>
        )}
      </section>
      <div className="sheets-actions">
        <Button
          type="primary"
          size="large"
          disabled={doubled.length > 0}
          loading={preview.isPending}
          onClick={() => void check()}
        >
          检查并预览
        </Button>
        {doubled.length > 0 && <span className="warn-text">有两列对应同一个项目，请只保留一列</span>}
        {status.message !== '' && <span className="warn-text">{status.message}</span>}
      </div>
      {set.keys.length > 0 && (
        <p className="soft-text">
          同一个人已有
          <Labels keys={set.keys} targets={set.targets} />
          相同的记录时修改该记录，否则新增一条。
          {set.dates.length > 0 && (
            <>
              其中
              <Labels keys={set.dates.slice(0, 1)} targets={set.targets} />
              不同的，预览时再选择新增还是修改。
            </>
          )}
        </p>
      )}
    </>
  );
}

function Labels(props: {
  readonly keys: readonly string[];
  readonly targets: readonly { readonly key: string; readonly label: string }[];
}) {
  const labels = props.keys.map((key) => props.targets.find((target) => target.key === key)?.label ?? '');
  return labels.filter((label) => label !== '').map((label) => <Tag key={label}>{label}</Tag>);
}

/** The sheet of the workbook and the row of its head, where the program did not find the right ones. */
function Place({ status, look }: { readonly status: BulkStatus; readonly look: SheetLookData }) {
  const choose = useAction(chooseSheet);
  const put = usePutJob();
  const { failed } = useNotes();
  const change = async (sheet: number, headRow: number | null): Promise<void> => {
    try {
      put(await choose.mutateAsync({ params: { id: status.id }, body: { sheet, headRow } }));
    } catch (error) {
      failed(error);
    }
  };
  const shown = look.sheets.flatMap(({ name, isHidden }, value) =>
    isHidden && value !== look.sheet ? [] : [{ value, label: name }],
  );
  return (
    <div className="sheets-place">
      {shown.length > 1 && (
        <label>
          工作表
          <Select
            value={look.sheet}
            options={shown}
            loading={choose.isPending}
            onChange={(sheet: number) => void change(sheet, null)}
          />
        </label>
      )}
      <label>
        表头在第
        <InputNumber
          min={1}
          max={30}
          value={look.headRow}
          disabled={choose.isPending}
          onChange={(row) => row !== null && row !== look.headRow && void change(look.sheet, row)}
        />
        行
      </label>
    </div>
  );
}
