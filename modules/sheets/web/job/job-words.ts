import type { BulkCounts, BulkStatus } from '../../model/bulk-contracts.ts';

export const stateLabels: Readonly<Record<BulkStatus['state'], string>> = {
  uploading: '等待上传',
  looking: '正在读取',
  mapping: '等待核对各列',
  checking: '正在检查',
  ready: '等待确认',
  applying: '正在写入',
  done: '已完成',
  failed: '没有成功',
  cancelled: '已取消',
};

/** Where such work begins. */
export function startOf(kind: BulkStatus['kind']): '/sheets' | '/bulk-edit' | '/bulk-photos' {
  if (kind === 'edit') return '/bulk-edit';
  return kind === 'photos' ? '/bulk-photos' : '/sheets';
}

export const number = (count: number): string => count.toLocaleString('zh-CN');

/** What a job has found or done, in a line. */
export function countsLine(
  { kind, counts, change }: Pick<BulkStatus, 'kind' | 'counts' | 'change'>,
  isDone: boolean,
): string {
  if (kind === 'export') return `${number(counts.people)} 人，${number(counts.rows)} 条`;
  if (isDone && change === null) return '没有写入任何内容';
  return partsOf(counts, kind)
    .map(({ label, count, unit }) => `${label} ${number(count)} ${unit}`)
    .join('，');
}

/** The counts that say something. */
export function partsOf(
  counts: BulkCounts,
  kind: BulkStatus['kind'],
): { label: string; count: number; unit: string }[] {
  const unit = kind === 'photos' ? '张' : '条';
  return [
    { label: '新增', count: counts.created, unit },
    { label: kind === 'photos' ? '更换' : '修改', count: counts.updated, unit },
    { label: '无变化', count: counts.unchanged, unit },
    {
      label: kind === 'photos' ? '未采用' : '有误',
      count: counts.refused,
      unit: kind === 'sheet' ? '行' : unit,
    },
  ].filter(({ count }) => count > 0);
}

/** How many of the rows that are asked about can be answered one by one, and how many were. */
export function listedText(asked: number, listed: number, answered: number): string {
  const listing =
    asked > listed
      ? `共 ${number(asked)} 行，下面列出前 ${number(listed)} 行，其余 ${number(asked - listed)} 行按上面的选择一并处理`
      : `共 ${number(asked)} 行`;
  return answered > 0 ? `${listing}；已逐条选择 ${number(answered)} 行。` : `${listing}。`;
}
