import { nationalIdKey, nationalIdSpellings } from '#documents/formats';
import { isPublished, type Store } from '#platform/server';
import { withPeople } from '#modules/cadres/server';
import type { UnitTree } from '#modules/organization/server';
import { nameKey, type KnownPerson, type PersonClaim } from '#modules/sheets';

/** Looks up the people whom the rows of a sheet may mean. */
export class PeopleFinder {
  readonly #store: Store;
  readonly #tree: UnitTree;
  /** The units within the operator's reach; null without bounds. */
  readonly #reach: ReadonlySet<string> | null;
  readonly #above = new Map<string, readonly string[]>();

  constructor(store: Store, tree: UnitTree, reach: ReadonlySet<string> | null) {
    this.#store = store;
    this.#tree = tree;
    this.#reach = reach;
  }

  /**
   * For each claim the people with its id, number or name; others than those within reach are not there. A name is looked
   * up where nobody has the id or number: else it decides nothing.
   */
  async find(claims: readonly PersonClaim[]): Promise<(claim: PersonClaim) => readonly KnownPerson[]> {
    const found = new Map<string, KnownPerson>();
    const keyOf = numberKeys();
    const ids = claims.map(({ person }) => person);
    await this.#lookUp(found, 'p.id', ids);
    const numbers = claims.flatMap(({ nationalId }) => spellingsOf(nationalId, keyOf(nationalId)));
    await this.#lookUp(found, 'p.national_id', numbers);
    const told = byNumberOf(found, keyOf);
    const open = claims.filter((claim) => !found.has(claim.person) && !told.has(keyOf(claim.nationalId)));
    const names = open.map(({ name }) => name);
    await this.#lookUp(found, 'p.name', names);
    const byNumber = names.length > 0 ? byNumberOf(found, keyOf) : told;
    const byName = Map.groupBy(names.length > 0 ? found.values() : [], ({ name }) => nameKey(name));
    return ({ person, name, nationalId }) => {
      const own = found.get(person);
      const some = [
        ...(own ? [own] : []),
        ...(byNumber.get(keyOf(nationalId)) ?? []),
        ...(byName.get(name) ?? []),
      ];
      return some.length > 1 ? [...new Set(some)] : some;
    };
  }

  async #lookUp(
    found: Map<string, KnownPerson>,
    column: 'p.id' | 'p.national_id' | 'p.name',
    texts: readonly string[],
  ): Promise<void> {
    const values = [...new Set(texts)].filter((text) => text !== '');
    if (values.length === 0) return;
    const rows = await withPeople(this.#store.db)
      .selectFrom('person_index as p')
      .select(['p.id', 'p.name', 'p.national_id', 'p.birth_month', 'p.unit'])
      .where(isPublished('p.draft'))
      .where(column, 'in', values)
      .execute();
    for (const row of rows) {
      if (this.#reach !== null && !this.#reach.has(row.unit ?? '')) continue;
      found.set(row.id, {
        id: row.id,
        name: row.name,
        nationalId: row.national_id ?? '',
        birth: row.birth_month ?? '',
        units: this.#unitsAbove(row.unit ?? ''),
        unitName: this.#tree.nameOf(row.unit ?? ''),
      });
    }
  }

  #unitsAbove(unit: string): readonly string[] {
    const known = this.#above.get(unit);
    if (known) return known;
    const above: string[] = [];
    for (let each = this.#tree.find(unit); each; each = this.#tree.find(each.parent ?? ''))
      above.push(each.id);
    this.#above.set(unit, above);
    return above;
  }
}

/** Makes numbers comparable; the same ones come several times. */
function numberKeys(): (number: string) => string {
  const known = new Map<string, string>();
  return (number) => {
    let key = known.get(number);
    if (key === undefined) known.set(number, (key = nationalIdKey(number) || number.toUpperCase()));
    return key;
  };
}

function byNumberOf(
  people: ReadonlyMap<string, KnownPerson>,
  keyOf: (number: string) => string,
): Map<string, KnownPerson[]> {
  const groups = Map.groupBy(people.values(), ({ nationalId }) => keyOf(nationalId));
  // Nobody is told by a number that is not there.
  groups.delete('');
  return groups;
}

/** The spellings under which a number may be recorded. */
function spellingsOf(number: string, key: string): string[] {
  return number === '' ? [] : [number, key.toLowerCase(), ...nationalIdSpellings(key)];
}
