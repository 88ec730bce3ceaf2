import { Button } from 'antd';
import { memo, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Question } from '#engine';
import type { NodeProblems } from '../answer/problems.ts';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';
import type { SavedItem } from '../saved/use-saved.ts';
import type { AskedState } from '../state/use-asked.ts';
import { useStable } from '../state/use-stable.ts';
import { inserted } from '../tree/tree-edits.ts';
import { isGroup, nodeAt, setAt } from '../tree/tree-nodes.ts';
import { childPath, rootPath, type TreePath } from '../tree/tree-path.ts';
import {
  BuilderContext,
  CountsContext,
  DraggedContext,
  ProblemsContext,
  type Builder,
} from './builder-context.ts';
import { FieldPicker } from './field-picker.tsx';
import { focusNode } from './focus-node.ts';
import { GroupEditor } from './tree-editor.tsx';

export interface ConditionBuilderProps extends Pick<
  AskedState,
  'edit' | 'undo' | 'redo' | 'canUndo' | 'canRedo'
> {
  readonly catalogue: PageCatalogue;
  readonly question: Question;
  readonly counts: ReadonlyMap<TreePath, number>;
  readonly problems: NodeProblems;
  readonly saved: readonly SavedItem[];
  /** What stands below the conditions while there are none. */
  readonly children?: ReactNode;
}

const empty = { op: 'all', of: [] } as const;

/** 查询条件: the tree of conditions with undo. */
export const ConditionBuilder = memo(function ConditionBuilder({
  catalogue,
  question,
  counts,
  problems,
  saved,
  children,
  ...does
}: ConditionBuilderProps) {
  const { edit, undo, redo, canUndo, canRedo } = does;
  const [target, setTarget] = useState<TreePath | null>(null);
  const [dragged, drag] = useState<TreePath | null>(null);
  useUndoKeys(undo, redo);
  const now = useStable(() => question);
  const builder = useMemo<Builder>(
    () => ({
      catalogue,
      now,
      edit,
      savedName: (id) => saved.find((item) => item.id === id)?.name,
      pick: setTarget,
      drag,
    }),
    [catalogue, now, edit, saved],
  );
  const { where = empty } = question;
  const isEmpty = isGroup(where) && where.of.length === 0;
  const tree = useMemo(
    () =>
      isGroup(where) && (
        <GroupEditor path={rootPath} group={where} hint="还没有条件，现在显示全部人员。点“＋ 条件”开始。" />
      ),
    [where],
  );
  return (
    <BuilderContext value={builder}>
      <section className="query-builder" aria-label="查询条件">
        <header className="query-builder-head">
          <h2>查询条件</h2>
          <Button type="text" aria-label="撤销" title="撤销（Ctrl+Z）" disabled={!canUndo} onClick={undo}>
            ↶
          </Button>
          <Button type="text" aria-label="重做" title="重做（Ctrl+Y）" disabled={!canRedo} onClick={redo}>
            ↷
          </Button>
          <Button
            type="text"
            disabled={isEmpty}
            onClick={() => edit((old) => ({ ...old, where: { op: 'all', of: [] } }))}
          >
            清空
          </Button>
        </header>
        <div className="query-builder-body">
          <CountsContext value={counts}>
            <ProblemsContext value={problems}>
              <DraggedContext value={dragged}>{tree}</DraggedContext>
            </ProblemsContext>
          </CountsContext>
          {isEmpty && children}
        </div>
        {target !== null && (
          <FieldPicker
            catalogue={catalogue}
            within={setAt(question, target)}
            saved={saved}
            onClose={() => setTarget(null)}
            onPick={(condition) => {
              const group = nodeAt(question, target);
              const at = childPath(target, isGroup(group) ? group.of.length : 0);
              edit((old) => inserted(old, target, condition));
              setTarget(null);
              focusNode(at);
            }}
          />
        )}
      </section>
    </BuilderContext>
  );
});

/** Ctrl+Z and Ctrl+Y outside of fields, where the browser has its own. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest('input:not([type=checkbox]), textarea, [contenteditable]')) return;
      const key = event.key.toLowerCase();
      if (key === 'y' || (key === 'z' && event.shiftKey)) redo();
      else if (key === 'z') undo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}
