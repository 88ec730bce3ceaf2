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

  /** For each claim the people with its id, number or name; others than those within reach are not there. */
  async find(claims: readonly PersonClaim[]): Promise<(claim: PersonClaim) => readonly KnownPerson[]> {
    const ids = unique(claims.map(({ person }) => person));
    const numbers = unique(claims.flatMap(({ nationalId }) => spellingsOf(nationalId)));
    const names = unique(claims.map(({ name }) => name));
    const found = new Map<string, KnownPerson>();
    for (const [column, values] of [
      ['p.id', ids],
      ['p.national_id', numbers],
      ['p.name', names],
    ] as const) {
      if (values.length === 0) continue;
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
    const people = [...found.values()];
    const byName = Map.groupBy(people, ({ name }) => nameKey(name));
    const byNumber = Map.groupBy(people, ({ nationalId }) => numberKey(nationalId));
    return ({ person, name, nationalId }) => {
      const own = found.get(person);
      const some = [
        ...(own ? [own] : []),
        ...(nationalId === '' ? [] : (byNumber.get(numberKey(nationalId)) ?? [])),
        ...(byName.get(name) ?? []),
      ];
      return some.length > 1 ? [...new Set(some)] : some;
    };
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

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');

const numberKey = (number: string): string => nationalIdKey(number) || number.toUpperCase();

function spellingsOf(number: string): string[] {
  const key = nationalIdKey(number);
  return key === '' ? [number] : [number, ...nationalIdSpellings(key)];
}
