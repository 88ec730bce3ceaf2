import type { ImportStatus } from '../../model/contracts.ts';

type State = ImportStatus['state'];

/** Is the server at work, so that the page asks again by itself? */
export function isMoving({ state }: { readonly state: State }): boolean {
  return state === 'reading' || state === 'applying';
}

/** Does the import still wait for the server or the operator? */
export function isOpen({ state }: { readonly state: State }): boolean {
  return state === 'uploading' || state === 'ready' || isMoving({ state });
}

export const stateLabels: Readonly<Record<State, string>> = {
  uploading: '上传中',
  reading: '正在读取',
  ready: '待写入',
  applying: '正在写入',
  done: '已完成',
  failed: '未成功',
  cancelled: '已取消',
};

/** The counts in one line, without those that are zero: `新增 12，更新 3，拒收 1`. */
export function countsLine({
  state,
  counts,
  ambiguous,
}: Pick<ImportStatus, 'state' | 'counts' | 'ambiguous'>): string {
  const parts: readonly (readonly [string, number])[] = [
    ['新增', counts.created],
    [state === 'done' ? '更新' : '有变化', counts.updated],
    ['无变化', counts.unchanged],
    ['待确认', ambiguous],
    ['拒收', counts.refused],
  ];
  const said = parts.filter(([, count]) => count > 0).map(([label, count]) => `${label} ${count}`);
  return said.length > 0 ? said.join('，') : '没有任免表';
}
