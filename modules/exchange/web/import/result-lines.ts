import type { ImportCounts } from '../../model/contracts.ts';
import type { Tally } from '../preview/tally.ts';

interface ResultLine {
  readonly label: string;
  readonly count: number;
  readonly unit: string;
}

/**
 * What became of the files, without lines that are zero. Forms that the operator left out or did not decide are told
 * apart from those that could not be read, as soon as the choices are known.
 */
export function resultLines(counts: ImportCounts, tally: Tally | undefined): ResultLine[] {
  const lines = [
    { label: '新增', count: counts.created, unit: '人' },
    { label: '更新', count: counts.updated, unit: '人' },
    { label: '无变化', count: counts.unchanged, unit: '人' },
    { label: '未导入', count: tally ? tally.skip + tally.open : 0, unit: '份' },
    { label: '拒收', count: tally ? tally.refused : counts.refused, unit: '份' },
    { label: '跳过', count: counts.skipped, unit: '个其他文件' },
  ];
  return lines.filter(({ count }) => count > 0);
}
