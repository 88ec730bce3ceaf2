import { maskSets, type Actor, type Finding } from '#platform/model';
import { readSubject, rowsOf, today, type Store } from '#platform/server';
import { formForPrinting, formFromSets, personDoubts } from '#modules/cadres';
import { readUnitTree } from '#modules/organization/server';
import { currentPerson } from './merged-people.ts';
import { requirePerson } from './scope.ts';

/** Everything about one person that the actor may see. The id of a record that was merged leads to where it is now. */
export async function readCadreFor(store: Store, actor: Actor, wanted: string) {
  const id = await currentPerson(store, wanted);
  const person = await requirePerson(store, actor, id);
  const tree = await readUnitTree(store);
  const stored = maskSets(store.registry, await readSubject(store.db, id), actor.permissions);
  const sets = rowsOf(stored);
  const read = formFromSets(sets, store.tables);
  const printed = formForPrinting(read.form, today().replaceAll('-', ''));
  const { family, photo: _bytes, unknownElements: _unknown, ...texts } = printed;
  const unit = tree.find(person.unit ?? '');
  return {
    id,
    name: person.name,
    removed: false,
    unit: unit ? { id: unit.id, name: unit.name, path: tree.pathOf(unit.id) } : null,
    sets: Object.fromEntries(
      Object.entries(stored).map(([code, { version, rows }]) => [code, { version, rows: [...rows] }]),
    ),
    form: { texts, family, photo: read.photo },
    warnings: visibleDoubts(personDoubts(sets, store.tables), actor),
  };
}

/** A doubt about something that the actor does not see would only say that it is missing. */
function visibleDoubts(doubts: Finding[], actor: Actor): Finding[] {
  return actor.permissions.has('cadre:sensitive') ? doubts : [];
}
