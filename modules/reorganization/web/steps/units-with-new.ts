import type { UnitNode } from '#modules/organization';
import type { ReorganizationStep } from '../../model/plan.ts';

/** The living units together with those that the steps found, each behind the units that are below its unit above. */
export function unitsWithNew(known: readonly UnitNode[], steps: readonly ReorganizationStep[]): UnitNode[] {
  const units = known.filter((unit) => !unit.abolished);
  for (const step of steps) {
    if (step.kind !== 'create') continue;
    const unit: UnitNode = {
      id: step.key,
      name: `${step.name}（新设）`,
      shortName: step.shortName,
      parent: step.parent,
      depth: (units.find(({ id }) => id === step.parent)?.depth ?? -1) + 1,
      kindCode: step.kindCode,
      pinyin: '',
    };
    const below = units.findLastIndex(({ id, parent }) => id === step.parent || parent === step.parent);
    units.splice(below < 0 ? units.length : below + 1, 0, unit);
  }
  return units;
}

/** The next free key of a new unit. */
export function nextKey(steps: readonly ReorganizationStep[]): string {
  const used = steps.flatMap((step) => (step.kind === 'create' ? Number(step.key.slice(4)) : []));
  return `new-${Math.max(0, ...used) + 1}`;
}
