import type { Question } from '#engine';
import { codeList } from './code-tables.ts';
import type { Node, Oracle } from './evaluate.ts';
import type { Value } from './facts.ts';
import { Chance } from './random.ts';
import { stringOf, type Field, type Person, type Row, type World } from './records.ts';
import { lasting } from './spans.ts';

/**
 * Well-formed questions by chance: every kind of node, of field and of date. Values come mostly from the records, so that
 * answers are seldom empty or everybody.
 */
export class RandomQuestions {
  readonly #chance: Chance;
  readonly #world: World;
  readonly #oracle: Oracle;
  readonly #fields: readonly Field[];
  readonly #sets: readonly string[];

  constructor(world: World, oracle: Oracle, seed: number) {
    this.#chance = new Chance(seed);
    this.#world = world;
    this.#oracle = oracle;
    this.#fields = [...world.fields.values()];
    this.#sets = [...new Set(this.#fields.filter(({ of }) => of === 'row').map(({ set }) => set ?? ''))];
  }

  next(): Question {
    const population = this.#chance.pick([undefined, 'current', 'serving', 'all', 'all'] as const);
    const where = this.#chance.is(0.02) ? undefined : this.#ofPeople(this.#chance.between(0, 3));
    return { ...(where ? { where } : {}), ...(population ? { population } : {}) } as unknown as Question;
  }

  #ofPeople(depth: number): Node {
    const chance = this.#chance;
    if (depth > 0 && chance.is(0.75)) {
      const op = chance.pick(['all', 'any', 'not']);
      if (op === 'not') return { op, of: this.#ofPeople(depth - 1) };
      return {
        op,
        of: Array.from({ length: chance.between(chance.is(0.05) ? 0 : 1, 3) }, () =>
          this.#ofPeople(depth - 1),
        ),
      };
    }
    const kind = chance.next();
    if (kind < 0.4) return this.#onField(this.#fieldOf(({ of }) => of === 'person'));
    if (kind < 0.85) return this.#onRows();
    if (kind < 0.95) return this.#months();
    return { op: 'people', ids: [...chance.some(this.#world.people, 40).map(({ id }) => id), 'nobody'] };
  }

  #onRows(): Node {
    const chance = this.#chance;
    const set = chance.is(0.7)
      ? chance.pick(['A02', 'A02', 'A05', 'A15', 'A08', 'A14'])
      : chance.pick(this.#sets);
    const op = chance.pick(['some', 'none', 'every', 'count', 'last', 'first']);
    const where = this.#ofRow(set, chance.between(0, 2));
    if (op === 'last' || op === 'first') {
      const n = chance.between(1, 5);
      return { op, set, n, where, ...(chance.is(0.6) ? { atLeast: chance.between(0, n) } : {}) };
    }
    const optional = chance.is(0.15) ? {} : { where };
    return { op, set, ...optional, ...(op === 'count' ? this.#bounds(0, 5) : {}) };
  }

  #months(): Node {
    const spans = this.#chance
      .some(lasting, 3)
      .map((set) => (this.#chance.is(0.2) ? { set } : { set, where: this.#ofRow(set, 1) }));
    return { op: 'months', spans, ...this.#bounds(0, 240) };
  }

  #ofRow(set: string, depth: number): Node {
    const chance = this.#chance;
    if (depth === 0 || chance.is(0.4))
      return this.#onField(this.#fieldOf((field) => field.of === 'row' && field.set === set));
    const op = chance.pick(['all', 'any', 'not']);
    if (op === 'not') return { op, of: this.#ofRow(set, depth - 1) };
    return { op, of: Array.from({ length: chance.between(1, 3) }, () => this.#ofRow(set, depth - 1)) };
  }

  #fieldOf(fits: (field: Field) => boolean): Field {
    const fields = this.#fields.filter(fits);
    const facts = fields.filter(({ isFact }) => isFact);
    return this.#chance.pick(facts.length > 0 && this.#chance.is(0.5) ? facts : fields);
  }

  #onField(field: Field): Node {
    const chance = this.#chance;
    const name = field.name;
    const value = this.#valueOf(field);
    if (value === null || chance.is(0.08)) return { op: 'empty', field: name };
    const text = String(value);
    switch (field.kind) {
      case 'number':
        return chance.is(0.3)
          ? { op: 'in', field: name, values: [Number(value), chance.between(0, 60)] }
          : {
              op: 'between',
              field: name,
              ...this.#ends(Number(value), (end) => end + chance.between(-20, 20)),
            };
      case 'date':
        if (chance.is(0.25)) return { op: 'in', field: name, values: [this.#shorter(text)] };
        return { op: 'between', field: name, ...this.#ends(text, (end) => this.#date(end)) };
      case 'unit':
        if (chance.is(0.2))
          return { op: chance.pick(['contains', 'starts']), field: name, text: this.#unitWord(text) };
        return {
          op: 'in',
          field: name,
          values: this.#unitsNear(text),
          ...(chance.is(0.3) ? { exact: true } : {}),
        };
      case 'code':
        if (chance.is(0.15))
          return { op: chance.pick(['contains', 'starts']), field: name, text: this.#labelPart(field, text) };
        return {
          op: 'in',
          field: name,
          values: this.#codesNear(field, text),
          ...(chance.is(0.3) ? { exact: true } : {}),
        };
      case 'text':
        if (chance.is(0.4))
          return { op: 'in', field: name, values: [text, String(this.#valueOf(field) ?? 'x')] };
        return { op: chance.pick(['contains', 'starts']), field: name, text: this.#part(text) };
      default:
        return { op: chance.pick(['contains', 'starts']), field: name, text: this.#part(text) };
    }
  }

  /** What the field has of somebody, null when nobody asked has one. */
  #valueOf(field: Field): Value {
    for (let tries = 0; tries < 12; tries += 1) {
      const person = this.#chance.pick(this.#world.people);
      const value =
        field.of === 'person' ? this.#oracle.valueOf(person, field.name) : this.#ofSomeRow(person, field);
      if (value !== null) return value;
    }
    return null;
  }

  #ofSomeRow(person: Person, { name, set = '', isFact, kind }: Field): Value {
    if (isFact) return kind === 'number' ? this.#chance.between(0, 120) : this.#chance.pick(['0', '1']);
    const rows = (person[set] ?? []) as readonly Row[];
    const value = rows.length === 0 ? null : this.#chance.pick(rows)[name.split('.')[1] ?? ''];
    return typeof value === 'number' ? value : stringOf(value);
  }

  #ends<T>(value: T, other: (value: T) => unknown): Node {
    const which = this.#chance.below(3);
    const [from, to] = [
      this.#chance.is(0.3) ? value : other(value),
      this.#chance.is(0.3) ? value : other(value),
    ];
    return { ...(which === 1 ? {} : { from }), ...(which === 0 ? {} : { to }) };
  }

  #bounds(from: number, to: number): Node {
    const low = this.#chance.between(from, to);
    const which = this.#chance.below(3);
    return {
      ...(which === 1 ? {} : { atLeast: low }),
      ...(which === 0 ? {} : { atMost: which === 1 ? low : low + this.#chance.between(-1, to) + 1 }),
    };
  }

  #shorter(date: string): string {
    return this.#chance.pick([date, date.slice(0, 7), date.slice(0, 4)]);
  }

  #date(near: string): unknown {
    const chance = this.#chance;
    if (chance.is(0.3))
      return chance.pick([
        {},
        { years: -chance.between(0, 60) },
        { months: chance.between(-700, 300) },
        { years: -chance.between(1, 60), months: chance.between(-11, 11), days: chance.between(-400, 400) },
        { days: chance.between(-9000, 9000) },
        { years: chance.pick([-400, 400]) },
      ]);
    const year = Math.min(2199, Math.max(1800, Number(near.slice(0, 4)) + chance.between(-8, 8)));
    const pad = (part: number): string => String(part).padStart(2, '0');
    return this.#shorter(`${year}-${pad(chance.between(1, 12))}-${pad(chance.between(1, 28))}`);
  }

  /** Labels of the list and nothing else, so that the text need not be known to the tables. */
  #labelPart(field: Field, code: string): string {
    return this.#part(codeList(field.codes ?? '').labels.get(code) ?? code);
  }

  #codesNear(field: Field, code: string): string[] {
    const list = codeList(field.codes ?? '');
    return this.#chance.some(
      [code, list.parents.get(code) ?? code, this.#chance.pick([code, ...list.codes])],
      3,
    );
  }

  #unitsNear(unit: string): string[] {
    const ids = [...this.#world.units.keys()];
    const parent = this.#world.units.get(unit)?.parent ?? unit;
    return this.#chance.some([unit, parent, this.#chance.pick(ids)], 3);
  }

  #unitWord(unit: string): string {
    return this.#part(this.#world.units.get(unit)?.name ?? '样板');
  }

  #part(text: string): string {
    const letters = Array.from(text);
    const from = this.#chance.is(0.5) ? 0 : this.#chance.below(letters.length);
    return letters.slice(from, from + this.#chance.between(1, 4)).join('');
  }
}
