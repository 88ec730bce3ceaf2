import type { ImportItem, ImportStatus, ItemState } from '../../model/contracts.ts';

/** What writing will do with a form, the operator's choice included; `open` still waits for that choice. */
export type Outcome = 'create' | 'update' | 'unchanged' | 'refused' | 'skip' | 'open';

export const outcomeLabels: Readonly<Record<Outcome, string>> = {
  create: '新增',
  update: '更新',
  unchanged: '无变化',
  refused: '拒收',
  skip: '不导入',
  open: '待确认',
};

/** The order and names of the preview's tabs. */
export const stateTabs: readonly { readonly state: ItemState; readonly label: string }[] = [
  { state: 'created', label: '新增' },
  { state: 'updated', label: '有变化' },
  { state: 'unchanged', label: '无变化' },
  { state: 'ambiguous', label: '待确认' },
  { state: 'refused', label: '拒收' },
];

const byState: Readonly<Record<ItemState, Outcome>> = {
  created: 'create',
  updated: 'update',
  unchanged: 'unchanged',
  refused: 'refused',
  ambiguous: 'open',
};

/** A refused form stays refused whatever was chosen: it could not be read. */
export function outcomeOf(item: Pick<ImportItem, 'state' | 'choice'>): Outcome {
  if (item.state === 'refused') return 'refused';
  if (item.choice === null) return byState[item.state];
  if (item.choice === 'skip') return 'skip';
  return item.choice === 'create' ? 'create' : 'update';
}

/** May the operator leave this form out, or take it back? */
export function canLeaveOut(item: Pick<ImportItem, 'state'>): boolean {
  return item.state === 'created' || item.state === 'updated' || item.state === 'ambiguous';
}

/** How many forms a tab holds. */
export function countOf(
  { counts, ambiguous }: Pick<ImportStatus, 'counts' | 'ambiguous'>,
  state: ItemState,
): number {
  return state === 'ambiguous' ? ambiguous : counts[state];
}
