import type { PeopleScope } from '#modules/cadres';
import type { OperationInput } from '#platform/model';
import type { ExportFormat, startExport } from '../../model/contracts.ts';
import { formats } from './formats.ts';
import { isPart, type ChosenPeople } from './selection.ts';

/** Whom it is about: people chosen on another page, a unit and below, 未归属, or everybody. */
export type ExportScope = 'chosen' | 'unit' | 'unplaced' | 'all';

/** What the server calls people without a known unit. */
const unplaced = 'none';

/** What the page has been told so far. */
export interface ExportWish {
  readonly scope: ExportScope;
  readonly unit: string | null;
  readonly subject: 'cadres' | 'units';
  readonly format: ExportFormat;
  readonly variant: 'A4' | 'B5' | 'archive';
  readonly set: string;
}

/** The wish as the operation wants it; a sentence when something is still missing. */
export function requestOf(
  wish: ExportWish,
  chosen: ChosenPeople | null,
): OperationInput<typeof startExport>['body'] | string {
  const text = formats.find(({ format }) => format === wish.format);
  const subject = text?.units ? wish.subject : 'cadres';
  const people = subject === 'cadres';
  if (people && wish.scope === 'unit' && wish.unit === null) return '请选择机构';
  if (people && wish.scope === 'chosen' && !chosen) return '请先在干部名单中选择人员';
  if (wish.format === 'csv' && wish.set === '') return '请选择信息集';
  return {
    format: wish.format,
    subject,
    ...(people ? scopeOf(wish, chosen) : {}),
    ...(text?.printed ? { variant: wish.variant } : {}),
    ...(wish.format === 'csv' ? { set: wish.set } : {}),
  };
}

function scopeOf({ scope, unit }: ExportWish, chosen: ChosenPeople | null): PeopleScope {
  if (scope === 'unplaced') return { unit: unplaced };
  if (scope === 'unit') return unit === null ? {} : { unit };
  if (scope === 'all' || !chosen) return {};
  const { count: _count, ...people } = chosen;
  return people;
}

/** How the page begins: a whole list that was chosen elsewhere is a unit, 未归属 or everybody here too. */
export function firstScope(chosen: ChosenPeople | null): Pick<ExportWish, 'scope' | 'unit'> {
  if (chosen && isPart(chosen)) return { scope: 'chosen', unit: null };
  if (chosen?.unit === unplaced) return { scope: 'unplaced', unit: null };
  return chosen?.unit ? { scope: 'unit', unit: chosen.unit } : { scope: 'all', unit: null };
}
