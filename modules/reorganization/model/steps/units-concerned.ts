import type { ReorganizationPlan } from '../plan.ts';
import type { KnownUnit } from '../records.ts';

/** Units whose records the steps of a plan need: those that it names, and whatever stands below those that go somewhere. */
export function unitsConcerned(plan: ReorganizationPlan, tree: readonly KnownUnit[]): string[] {
  const known = new Set(tree.map(({ id }) => id));
  const [named, going] = [new Set<string>(), new Set<string>()];
  for (const step of plan.steps) {
    switch (step.kind) {
      case 'create':
        break;
      case 'merge':
        named.add(step.into);
        for (const unit of step.units) going.add(unit);
        break;
      case 'abolish':
        going.add(step.unit);
        if (step.successor !== null) named.add(step.successor);
        break;
      case 'transferOffices':
        named.add(step.to);
        for (const unit of step.units) going.add(unit);
        break;
      case 'transferPeople':
        named.add(step.from).add(step.to);
        break;
      case 'move':
        going.add(step.unit);
        break;
      default:
        named.add(step.unit);
    }
  }
  const children = Map.groupBy(tree, ({ parent }) => parent ?? '');
  for (const id of going) for (const child of children.get(id) ?? []) going.add(child.id);
  return [...new Set([...named, ...going])].filter((id) => known.has(id));
}
