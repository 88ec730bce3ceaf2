import { Button, Checkbox, Drawer, Dropdown } from 'antd';
import { useState } from 'react';
import { call, EmptyState, ErrorView, useCall, useConfirm, useNotes, useOfficeClock } from '#platform/web';
import {
  createSavedQuery,
  forgetQueries,
  listRecentQueries,
  readSavedQuery,
  removeSavedQuery,
  takeOverSavedQuery,
  updateSavedQuery,
} from '../../model/saved-contracts.ts';
import type { Asked } from '../state/fragment.ts';
import { openSaved } from './open-saved.ts';
import { SaveDialog } from './save-dialog.tsx';
import { useRefreshSaved, useSaved, type SavedItem } from './use-saved.ts';

export interface SavedDrawerProps {
  readonly onOpen: (asked: Asked, item: SavedItem | null) => void;
  readonly onClose: () => void;
}

/** 查询方案和名单: open, rename, share, delete, merge lists; below them the recent questions. */
export function SavedDrawer({ onOpen, onClose }: SavedDrawerProps) {
  const clock = useOfficeClock();
  const { items, error } = useSaved();
  const { data: recent } = useCall(listRecentQueries, {});
  const refresh = useRefreshSaved();
  const notes = useNotes();
  const confirm = useConfirm();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<SavedItem | null>(null);
  const [merging, setMerging] = useState(false);
  const lists = items.filter(({ id, kind }) => kind === 'list' && chosen.has(id));

  const open = async (item: SavedItem): Promise<void> => {
    try {
      const opened = await openSaved(item.id);
      onOpen(opened.asked, opened.item);
    } catch (problem) {
      notes.failed(problem);
    }
  };
  const remove = async (item: SavedItem): Promise<void> => {
    const agreed = await confirm({
      title: `删除“${item.name}”？`,
      content: '删除后不能恢复；查到的人员不受影响。',
      verb: '删除',
      grave: true,
    });
    if (!agreed) return;
    try {
      await call(removeSavedQuery, { params: { id: item.id } });
      notes.done('已删除');
    } catch (problem) {
      notes.failed(problem);
    }
    refresh();
  };
  const takeOver = async (item: SavedItem): Promise<void> => {
    const agreed = await confirm({
      title: `接管“${item.name}”？`,
      content: `创建人${item.ownerName}的账户已停用。接管后由您修改、共享和删除，系统将记录接管人和时间。`,
      verb: '接管',
    });
    if (!agreed) return;
    try {
      await call(takeOverSavedQuery, { params: { id: item.id }, body: { version: item.version } });
      notes.done(`已接管“${item.name}”`);
    } catch (problem) {
      notes.failed(problem);
    }
    refresh();
  };
  const rename = async (item: SavedItem, given: { name: string; shared: boolean }): Promise<void> => {
    try {
      const {
        question,
        ids = [],
        columns,
        sort,
        asOf,
      } = await call(readSavedQuery, { params: { id: item.id } });
      const view = { ...given, ...defined({ columns, sort, asOf }) };
      await call(updateSavedQuery, {
        params: { id: item.id },
        body: {
          version: item.version,
          saved:
            item.kind === 'list'
              ? { kind: 'list', ids, ...view }
              : { kind: 'question', question: question ?? {}, ...view },
        },
      });
      setEditing(null);
      notes.done('已保存');
    } catch (problem) {
      notes.failed(problem);
    }
    refresh();
  };
  /** Everybody of the lists once, in the order of the lists. */
  const merge = async (given: { name: string; shared: boolean }): Promise<void> => {
    try {
      const read = await Promise.all(lists.map(async ({ id }) => call(readSavedQuery, { params: { id } })));
      const ids = [...new Set(read.flatMap((list) => list.ids ?? []))];
      await call(createSavedQuery, { body: { kind: 'list', ids, ...given } });
      setMerging(false);
      setChosen(new Set());
      notes.done(`已合并为“${given.name}”，共 ${ids.length.toLocaleString('zh-CN')} 人`);
    } catch (problem) {
      notes.failed(problem);
    }
    refresh();
  };

  return (
    <Drawer open title="查询方案和名单" size={460} onClose={onClose}>
      {error && <ErrorView error={error} onRetry={refresh} />}
      {!error && items.length === 0 && (
        <EmptyState title="还没有保存过" hint="设好条件后点“保存”，下次可直接打开，也可共享给其他人员。" />
      )}
      <ul className="query-saved" aria-label="已存的查询和名单">
        {items.map((item) => (
          <li key={item.id}>
            {item.kind === 'list' && (
              <Checkbox
                aria-label={`选择${item.name}`}
                checked={chosen.has(item.id)}
                onChange={(event) => {
                  const next = new Set(chosen);
                  if (event.target.checked) next.add(item.id);
                  else next.delete(item.id);
                  setChosen(next);
                }}
              />
            )}
            <button type="button" className="query-saved-open" onClick={() => void open(item)}>
              <strong>{item.name}</strong>
              <span className="soft-text">
                {item.kind === 'list' ? '名单' : '查询'}　
                {item.mine ? (item.shared ? '已共享' : '') : item.ownerName}
                {item.mayTakeOver && '（账户已停用）'}
                {item.takenOver &&
                  `　${item.takenOver.byName} ${clock.dayText(item.takenOver.at)} 从${item.takenOver.fromName}接管`}
              </span>
              <span className="query-saved-sentence">{item.sentence}</span>
            </button>
            {item.mayTakeOver && (
              <Button aria-label={`接管${item.name}`} onClick={() => void takeOver(item)}>
                接管
              </Button>
            )}
            {item.mine && (
              <Dropdown
                trigger={['click']}
                menu={{
                  items: [
                    { key: 'edit', label: '改名、共享' },
                    { key: 'remove', label: '删除', danger: true },
                  ],
                  onClick: ({ key }) => (key === 'edit' ? setEditing(item) : void remove(item)),
                }}
              >
                <Button type="text" aria-label={`${item.name}的操作`}>
                  ⋯
                </Button>
              </Dropdown>
            )}
          </li>
        ))}
      </ul>
      {lists.length >= 2 && <Button onClick={() => setMerging(true)}>合并 {lists.length} 个名单</Button>}
      {recent && recent.recents.length > 0 && (
        <>
          <h3 className="query-recent-head">
            最近的查询
            <Button type="text" onClick={() => void call(forgetQueries, {}).then(refresh, notes.failed)}>
              清除
            </Button>
          </h3>
          <ul className="query-saved" aria-label="最近的查询">
            {recent.recents.map(({ at, question, asOf, sentence }) => (
              <li key={at}>
                <button
                  type="button"
                  className="query-saved-open"
                  onClick={() => onOpen({ question, asOf }, null)}
                >
                  <span>{sentence}</span>
                  {asOf && <span className="soft-text">截至 {asOf}</span>}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {editing && (
        <SaveDialog
          title="改名、共享"
          name={editing.name}
          shared={editing.shared}
          onSave={(given) => rename(editing, given)}
          onClose={() => setEditing(null)}
        />
      )}
      {merging && (
        <SaveDialog
          title="保存合并后的名单"
          note={`合并${lists.map(({ name }) => `“${name}”`).join('、')}，重复的人员只计一次；原名单保留。`}
          onSave={merge}
          onClose={() => setMerging(false)}
        />
      )}
    </Drawer>
  );
}

function defined<Value extends object>(value: Value): { [Key in keyof Value]?: NonNullable<Value[Key]> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never;
}
