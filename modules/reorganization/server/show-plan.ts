import { numberTree } from '#modules/organization';
import type { Store } from '#platform/server';
import type {
  KnownUnit,
  MovedPost,
  PlannedReorganization,
  ReorganizationPreview,
  ShownUnit,
} from '#modules/reorganization';

/** What is shown of a plan that was worked out. */
export function showPlan(
  store: Store,
  tree: readonly KnownUnit[],
  planned: PlannedReorganization,
  fingerprint: string,
): ReorganizationPreview {
  const { units, people, quotas, problems } = planned;
  const nameOf = (id: string): string => units.find(id)?.name ?? '';
  const tables = { QT01: 'QT01-BUCKET', HC01: 'ZB135' } as const;
  return {
    ...showTrees(tree, planned),
    people: people.map(({ id, name, posts, home, text }) => ({
      id,
      name,
      posts: posts.map(({ row, orgName, title, since, mayEnd, after }) => ({
        row,
        before: { orgName, title, since },
        after: after && { orgName: after.orgName, title: after.title, since: after.since },
        mayEnd,
      })),
      home: home && { before: nameOf(home.before), after: nameOf(home.after) },
      text,
    })),
    slots: quotas.slots.map(({ title, newTitle, places, from, heir }) => ({
      unit: from.unit,
      slot: from.slot,
      title,
      newTitle,
      places,
      from: units.find(from.unit)?.before?.name ?? nameOf(from.unit),
      heir: heir && nameOf(heir),
      comes: heir !== from.unit,
    })),
    numbers: quotas.numbers.map(({ unit, set, code, parts, sum, approved }) => ({
      unit: units.refOf(unit),
      unitName: nameOf(unit),
      set,
      code,
      label: store.tables.resolve(tables[set], code)?.label ?? code,
      parts: parts.map((part) => ({ name: nameOf(part.unit), approved: part.approved })),
      sum,
      approved,
    })),
    problems: [...problems],
    counts: {
      units: planned.unitEdits.length,
      people: planned.personEdits.length,
      posts: people.reduce((sum, { posts }) => sum + posts.filter(isChanged).length, 0),
    },
    fingerprint,
  };
}

/** A post is also told where it stays as it is and only its slot ends. */
function isChanged({ unit, orgName, title, since, after }: MovedPost): boolean {
  return !(
    after?.unit === unit &&
    after.orgName === orgName &&
    after.title === title &&
    after.since === since
  );
}

/** The touched units with the way to them from above, before and after. */
function showTrees(
  tree: readonly KnownUnit[],
  { units }: PlannedReorganization,
): Pick<ReorganizationPreview, 'before' | 'after'> {
  const touched = units.all().filter(({ events }) => events.length > 0);
  const wanted = (parentOf: (id: string) => string | null | undefined): Set<string> => {
    const ids = new Set(touched.map(({ id }) => id));
    for (const id of ids) {
      const parent = parentOf(id);
      if (parent) ids.add(parent);
    }
    return ids;
  };
  const old = new Map(tree.map((unit) => [unit.id, unit]));
  const before = wanted((id) => old.get(id)?.parent);
  const after = wanted((id) => units.find(id)?.parent);
  const shown = (
    nodes: readonly { id: string; name: string; parent: string | null; order: number }[],
    stateOf: (id: string) => Pick<ShownUnit, 'state' | 'events'>,
  ): ShownUnit[] => {
    const names = new Map(nodes.map(({ id, name }) => [id, name]));
    return numberTree(nodes).map(({ id, depth }) => ({
      id,
      name: names.get(id) ?? '',
      depth,
      ...stateOf(id),
    }));
  };
  return {
    before: shown(
      tree.filter(({ id }) => before.has(id)),
      (id) => {
        const unit = units.find(id);
        return { state: unit?.abolished && unit.successor !== undefined ? 'ended' : 'same', events: [] };
      },
    ),
    after: shown(
      units.all().filter(({ id, abolished }) => after.has(id) && !abolished),
      (id) => {
        const unit = units.find(id);
        const events = unit?.events ?? [];
        return { state: unit?.isNew ? 'new' : events.length > 0 ? 'changed' : 'same', events: [...events] };
      },
    ),
  };
}
