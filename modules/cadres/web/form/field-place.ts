import type { CellTarget } from '#documents/form';
import type { FamilyRow } from '#documents/formats';
import { sortedRows, type RecordRow, type Registry } from '#platform/model';
import type { SetFocus } from '#platform/web';
import { currentProposal } from '../../model/form/form-from-sets.ts';
import { formMap } from '../../model/form/form-map.ts';

const familyFields: Readonly<Record<keyof FamilyRow, string>> = {
  relation: 'relation',
  name: 'name',
  birth: 'birthDate',
  politicalStatus: 'politicalStatus',
  workUnitAndPost: 'workUnitAndPost',
};

/** Where a cell of the form is edited; null for cells that come from nowhere that can be edited. */
export function placeOf(
  target: CellTarget,
  registry: Registry,
  sets: Readonly<Record<string, { readonly rows: readonly RecordRow[] }>>,
): SetFocus | null {
  if (target.kind === 'photo') return null;
  if (target.kind === 'family') {
    const rows = sortedRows(registry.get('A36'), sets['A36']?.rows ?? []);
    return { set: 'A36', row: rows[target.row]?.id ?? null, field: familyFields[target.column] };
  }
  const place = formMap.find((mapping) => mapping.form === target.field);
  if (!place || registry.get(place.set).internal) return null;
  const row =
    place.set === 'A53' ? currentProposal({ A53: sets['A53']?.rows ?? [] }) : sets[place.set]?.rows[0];
  return { set: place.set, row: row?.id ?? null, field: place.key };
}
