import type { OperationInput } from '#platform/model';
import type { ExportFormat, startExport } from '../../model/contracts.ts';
import { formats } from './formats.ts';

/** What the page has been told so far. */
export interface ExportWish {
  readonly scope: 'chosen' | 'unit' | 'all';
  readonly unit: string | null;
  readonly subject: 'cadres' | 'units';
  readonly format: ExportFormat;
  readonly variant: 'A4' | 'B5' | 'archive';
  readonly set: string;
}

/** The wish as the operation wants it; a sentence when something is still missing. */
export function requestOf(
  wish: ExportWish,
  chosen: readonly string[],
): OperationInput<typeof startExport>['body'] | string {
  const text = formats.find(({ format }) => format === wish.format);
  const subject = text?.units ? wish.subject : 'cadres';
  const people = subject === 'cadres';
  if (people && wish.scope === 'unit' && wish.unit === null) return '请选择机构';
  if (people && wish.scope === 'chosen' && chosen.length === 0) return '请先在干部名单中选择人员';
  if (wish.format === 'csv' && wish.set === '') return '请选择信息集';
  return {
    format: wish.format,
    subject,
    ...(people && wish.scope === 'chosen' ? { ids: [...chosen] } : {}),
    ...(people && wish.scope === 'unit' && wish.unit !== null ? { unit: wish.unit } : {}),
    ...(text?.printed ? { variant: wish.variant } : {}),
    ...(wish.format === 'csv' ? { set: wish.set } : {}),
  };
}
