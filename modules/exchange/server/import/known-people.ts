import { nationalIdSpellings } from '#documents/formats';
import { isPublished, readMany, rowsOf, type Store, type StoredSets } from '#platform/server';
import { identityOfRecord, type Identity } from '#modules/exchange';
import { withPeople } from '#modules/cadres/server';

/** A person of the store whose form may have come. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly sets: StoredSets;
  readonly identity: Identity;
}

/** The people whom a batch of forms may be about: everybody with one of the ID numbers or names. */
export async function knownPeople(store: Store, identities: readonly Identity[]): Promise<KnownPerson[]> {
  const numbers = identities.flatMap(({ nationalId }) =>
    nationalId === '' ? [] : nationalIdSpellings(nationalId),
  );
  const names = [...new Set(identities.map(({ name }) => name))];
  const found = await withPeople(store.db)
    .selectFrom('person_index as p')
    .select(['p.id', 'p.name'])
    .where(isPublished('p.draft'))
    .where((eb) => eb.or([eb('p.national_id', 'in', [...numbers, '']), eb('p.name', 'in', [...names, ''])]))
    .execute();
  const sets = await readMany(
    store.db,
    found.map(({ id }) => id),
  );
  return found.map(({ id, name }) => {
    const stored = sets.get(id) ?? {};
    return { id, name, sets: stored, identity: identityOfRecord(rowsOf(stored)['A01']?.[0]) };
  });
}
