import { can, errors, type Actor } from '#platform/model';
import { nameKeys, type Store } from '#platform/server';
import { questioner, type QueryTables } from '#modules/query/server';
import type { Suspect } from '#modules/duplicates';

/** A person as the list shows one. */
export interface ShownPerson {
  readonly id: string;
  readonly name: string;
  readonly birth: string;
  readonly unit: string;
  readonly post: string;
}

const everybody = { population: 'all' } as const;

/** Whoever compares people has to see what tells them apart. */
export function requireSight(actor: Actor): void {
  if (!can(actor, 'cadre:sensitive')) throw errors.forbidden('cadre:sensitive');
}

/** All people within the actor's reach, with what tells people apart. */
export async function readSuspects(store: Store, tables: QueryTables, actor: Actor): Promise<Suspect[]> {
  requireSight(actor);
  const asker = await questioner(store, tables, actor, { question: {} });
  const fields = [
    'A01.name',
    'A01.nationalId',
    'A01.birthDate',
    'A01.sexCode',
    'A01.nativePlaceText',
    'A01.workStartDate',
  ];
  return asker.ask(everybody, (found) =>
    found.rows([], 0, found.count).map((row) => {
      const [name = '', nationalId = '', birth = '', sex = '', nativePlace = '', workStart = ''] = found
        .values(row, fields)
        .map((value) => String(value ?? ''));
      return {
        id: asker.engine.dataset.idOf(row),
        name,
        sound: nameKeys(name).sound,
        nationalId,
        birth: birth.slice(0, 7),
        sex,
        nativePlace,
        workStart: workStart.slice(0, 7),
      };
    }),
  );
}

/** How people are shown in lists, by id; people out of reach are not there. */
export async function describeSuspects(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ShownPerson>> {
  const question = { ...everybody, where: { op: 'people', ids: [...new Set(ids)] } } as const;
  const asker = await questioner(store, tables, actor, { question });
  const shown = asker.ask(question, (found) =>
    found.rows([], 0, found.count).map((row) => {
      const [name, birth, unit, post] = found.values(row, ['A01.name', 'A01.birthDate', 'mainUnit', 'posts']);
      return {
        id: asker.engine.dataset.idOf(row),
        name: String(name ?? ''),
        birth: String(birth ?? '')
          .slice(0, 7)
          .replace('-', '.'),
        unit: asker.units.nameOf(String(unit ?? '')),
        post: String(post ?? ''),
      };
    }),
  );
  return new Map(shown.map((person) => [person.id, person]));
}
