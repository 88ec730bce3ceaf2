import type { TreePath } from '../tree/tree-path.ts';

/** The new condition is filled in next; rows are filled in at their first condition. */
export function focusNode(path: TreePath): void {
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

/** A node that moved keeps the keyboard. */
export function focusActions(path: TreePath): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-actions-of="${CSS.escape(path)}"]`)?.focus();
  });
}
