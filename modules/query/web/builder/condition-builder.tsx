import { Button } from 'antd';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { AnswerState } from '../answer/use-answer.ts';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';
import type { SavedItem } from '../saved/use-saved.ts';
import type { AskedState } from '../state/use-asked.ts';
import { inserted } from '../tree/tree-edits.ts';
import { isGroup, nodeAt, setAt } from '../tree/tree-nodes.ts';
import { childPath, rootPath, type TreePath } from '../tree/tree-path.ts';
import { BuilderContext, type Builder } from './builder-context.ts';
import { FieldPicker } from './field-picker.tsx';
import { GroupEditor } from './tree-editor.tsx';

export interface ConditionBuilderProps {
  readonly catalogue: PageCatalogue;
  readonly state: AskedState;
  readonly found: AnswerState;
  readonly saved: readonly SavedItem[];
  /** What stands below the conditions while there are none. */
  readonly children?: ReactNode;
}

/** 查询条件: the tree of conditions with undo. */
export function ConditionBuilder({ catalogue, state, found, saved, children }: ConditionBuilderProps) {
  const { asked, edit, change, undo, redo, canUndo, canRedo } = state;
  const [target, setTarget] = useState<TreePath | null>(null);
  const [dragged, drag] = useState<TreePath | null>(null);
  useUndoKeys(undo, redo);
  const builder = useMemo<Builder>(
    () => ({
      catalogue,
      question: asked.question,
      edit,
      counts: found.counts,
      problems: found.problems,
      savedName: (id) => saved.find((item) => item.id === id)?.name,
      pick: setTarget,
      dragged,
      drag,
    }),
    [catalogue, asked.question, edit, found.counts, found.problems, saved, dragged],
  );
  const where = asked.question.where;
  const isEmpty = isGroup(where) && where.of.length === 0;
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
            onClick={() => change({ question: { ...asked.question, where: { op: 'all', of: [] } } })}
          >
            清空
          </Button>
        </header>
        <div className="query-builder-body">
          <GroupEditor path={rootPath} hint="还没有条件，现在显示全部人员。点“＋ 条件”开始。" />
          {isEmpty && children}
        </div>
        {target !== null && (
          <FieldPicker
            catalogue={catalogue}
            within={setAt(asked.question, target)}
            saved={saved}
            onClose={() => setTarget(null)}
            onPick={(condition) => {
              const group = nodeAt(asked.question, target);
              const at = childPath(target, isGroup(group) ? group.of.length : 0);
              edit((now) => inserted(now, target, condition));
              setTarget(null);
              focusNode(at);
            }}
          />
        )}
      </section>
    </BuilderContext>
  );
}

/** The new condition is filled in next; rows are filled in at their first condition. */
function focusNode(path: TreePath): void {
  // The dialog gives the focus back to the button that opened it; this comes after.
  setTimeout(() => {
    const frame = document
      .querySelector(`[data-actions-of="${CSS.escape(path)}"]`)
      ?.closest<HTMLElement>('.query-node');
    const inputs = frame?.querySelectorAll<HTMLElement>(
      '.query-values input, .query-range input, .query-chip, .query-leaf > .query-wide input',
    );
    inputs?.[0]?.focus();
  }, 250);
}

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
