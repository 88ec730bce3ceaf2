import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { EmptyState, useNarrow, useNotes } from '#platform/web';
import type { ImportStatus, ItemState } from '../../model/contracts.ts';
import { useCancel } from '../import/use-cancel.ts';
import { ApplyBar } from './apply-bar.tsx';
import { DetailDrawer } from './detail-drawer.tsx';
import { ItemDetail } from './item-detail.tsx';
import { ItemList } from './item-list.tsx';
import { countOf, stateTabs } from './outcome.ts';
import { useChoice } from './use-items.ts';
import './preview.css';

/** What the files would do, form by form, before anything is written. */
export function Preview({ status }: { readonly status: ImportStatus }) {
  const shown = stateTabs.filter(({ state }) => countOf(status, state) > 0);
  const [chosen, setChosen] = useState<ItemState | null>(null);
  const [selected, setSelected] = useState(0);
  const [opened, setOpened] = useState(false);
  const narrow = useNarrow();
  const choose = useChoice(status.id);
  const cancel = useCancel(status.id);
  const { failed } = useNotes();
  const tab = shown.find(({ state }) => state === chosen) ?? shown[0];

  const onChoose = (n: number, choice: string | null): void => {
    choose(n, choice).catch(failed);
  };
  const { counts } = status;

  return (
    <div className="import-preview">
      <header className="import-preview-head">
        <h1>导入预览</h1>
        <span className="soft-text">
          共 {counts.forms.toLocaleString('zh-CN')} 份表
          {counts.skipped > 0 && `，跳过 ${counts.skipped.toLocaleString('zh-CN')} 个其他文件`}
          {counts.warnings > 0 && `，提醒 ${counts.warnings.toLocaleString('zh-CN')} 条`}
        </span>
        {tab && <Button onClick={() => void cancel()}>放弃导入</Button>}
      </header>
      {tab ? (
        <>
          <Tabs
            activeKey={tab.state}
            items={shown.map(({ state, label }) => ({
              key: state,
              label: `${label} ${countOf(status, state).toLocaleString('zh-CN')}`,
            }))}
            onChange={(key) => {
              setChosen(shown.find(({ state }) => state === key)?.state ?? null);
              setSelected(0);
            }}
          />
          <div className="import-panes">
            <ItemList
              key={tab.state}
              importId={status.id}
              state={tab.state}
              total={countOf(status, tab.state)}
              selected={selected}
              onSelect={(index) => {
                setSelected(index);
                setOpened(true);
              }}
              onChoose={onChoose}
            >
              {(item) =>
                narrow ? (
                  <DetailDrawer open={opened} onClose={() => setOpened(false)}>
                    <ItemDetail item={item} onChoose={onChoose} />
                  </DetailDrawer>
                ) : (
                  <ItemDetail item={item} onChoose={onChoose} />
                )
              }
            </ItemList>
          </div>
          <ApplyBar status={status} />
        </>
      ) : (
        <EmptyState
          title="所选文件中没有任免表"
          hint="任免表是 .lrmx 或 .lrm 文件，也可以装在 .zip 里。请检查所选的文件或文件夹。"
        >
          <Button type="primary" onClick={() => void cancel()}>
            重新选择
          </Button>
        </EmptyState>
      )}
    </div>
  );
}
