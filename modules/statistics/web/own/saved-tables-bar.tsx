import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Select } from 'antd';
import { useState } from 'react';
import { keyOf, useAction, useCall, useConfirm, useNotes } from '#platform/web';
import { listSavedQueries } from '#modules/query';
import { SaveDialog } from '#modules/query/web';
import {
  createOwnTable,
  listOwnTables,
  removeOwnTable,
  updateOwnTable,
  type SavedTable,
} from '../../model/own/own-contracts.ts';
import type { OwnTableSpec } from '../../model/own/own-table-spec.ts';

export interface SavedTablesBarProps {
  readonly items: readonly SavedTable[];
  /** The one that is open. */
  readonly open: SavedTable | null;
  /** What is on the page now; null while it is not complete. */
  readonly spec: OwnTableSpec | null;
  readonly isChanged: boolean;
  readonly suggestedName: string;
  readonly onOpen: (id: string | null) => void;
}

/** Saved tables: open, save, rename, share, remove. */
export function SavedTablesBar({ items, open, spec, isChanged, suggestedName, onOpen }: SavedTablesBarProps) {
  const [dialog, setDialog] = useState<'new' | 'rename' | null>(null);
  const client = useQueryClient();
  const notes = useNotes();
  const confirm = useConfirm();
  const create = useAction(createOwnTable);
  const update = useAction(updateOwnTable);
  const remove = useAction(removeOwnTable);
  const { data } = useCall(listSavedQueries, {}, { enabled: spec?.base.kind === 'saved', freshFor: 30_000 });
  const base = spec?.base;
  const isPrivate =
    base?.kind === 'saved' && data?.items.some(({ id, shared }) => id === base.saved && !shared) === true;

  const finish = async (work: () => Promise<string | null>, note: string): Promise<void> => {
    try {
      const id = await work();
      await client.invalidateQueries({ queryKey: keyOf(listOwnTables) });
      setDialog(null);
      notes.done(note);
      onOpen(id);
    } catch (problem) {
      notes.failed(problem);
    }
  };
  const keep = (table: SavedTable, name: string, shared: boolean, content: OwnTableSpec) =>
    finish(async () => {
      const body = { version: table.version, table: { name, shared, spec: content } };
      await update.mutateAsync({ params: { id: table.id }, body });
      return table.id;
    }, '已保存');
  const drop = async (table: SavedTable): Promise<void> => {
    const content = table.shared ? '其他人员也将不能使用。' : '';
    if (!(await confirm({ title: `删除“${table.name}”？`, content, verb: '删除', grave: true }))) return;
    await finish(async () => {
      await remove.mutateAsync({ params: { id: table.id } });
      return null;
    }, '已删除');
  };
  const option = ({ id, name, shared, mine, ownerName }: SavedTable) => ({
    value: id,
    label: mine ? (shared ? `${name}（已共享）` : name) : `${name}（${ownerName}）`,
  });
  const own = items.filter(({ mine }) => mine).map(option);
  const others = items.filter(({ mine }) => !mine).map(option);
  const isMine = open?.mine === true;

  return (
    <span className="own-saved">
      <Select
        aria-label="已存的统计表"
        className="own-saved-choice"
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        placeholder={items.length === 0 ? '还没有已存的表' : '打开已存的表'}
        value={open?.id ?? null}
        options={[
          ...(own.length > 0 ? [{ label: '我的', options: own }] : []),
          ...(others.length > 0 ? [{ label: '共享的', options: others }] : []),
        ]}
        onChange={(id: string | null | undefined) => onOpen(id ?? null)}
      />
      <Button
        disabled={spec === null || (open !== null && !isChanged)}
        onClick={() => {
          if (open && isMine && spec) void keep(open, open.name, open.shared, spec);
          else setDialog('new');
        }}
      >
        {open && !isMine ? '另存' : '保存'}
      </Button>
      {open && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'rename', label: '改名、共享', disabled: !isMine },
              { key: 'copy', label: '另存为', disabled: spec === null },
              { key: 'remove', label: '删除', danger: true, disabled: !isMine },
            ],
            onClick: ({ key }) => {
              if (key === 'rename') setDialog('rename');
              else if (key === 'copy') setDialog('new');
              else void drop(open);
            },
          }}
        >
          <Button aria-label="统计表操作">⋯</Button>
        </Dropdown>
      )}
      {dialog && spec && (
        <SaveDialog
          title={dialog === 'rename' ? '改名、共享' : '保存统计表'}
          name={dialog === 'rename' && open ? open.name : suggestedName}
          shared={dialog === 'rename' && open ? open.shared : false}
          {...(isPrivate
            ? { sharedNote: '统计范围用的查询方案没有共享，其他人员打开这张表时无法统计。' }
            : {})}
          onClose={() => setDialog(null)}
          onSave={({ name, shared }) =>
            dialog === 'rename' && open
              ? keep(open, name, shared, open.spec)
              : finish(async () => (await create.mutateAsync({ body: { name, shared, spec } })).id, '已保存')
          }
        />
      )}
    </span>
  );
}
