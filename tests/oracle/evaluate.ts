import { codeList, isWithin } from './code-tables.ts';
import { first, last, moved, whenOf, type When } from './dates.ts';
import { personFacts, rowFacts, type Value } from './facts.ts';
import { numberOf, stringOf, visibleRows, type Field, type Person, type Row, type World } from './records.ts';
import { monthsOf, spanOf } from './spans.ts';

/** A node of a question, read without trust in its shape. */
export type Node = Readonly<Record<string, unknown>>;

/** What a condition on a field is about: a person, or one row. */
type Reader = (field: Field) => Value;

/** The naive answer to questions over a world on one date. */
export class Oracle {
  readonly #world: World;
  readonly #on: When;
  readonly #facts = new Map<string, Value>();

  constructor(world: World, asOf: string) {
    const on = whenOf(asOf);
    if (!on?.day) throw new Error(`${asOf} is no day`);
    this.#world = world;
    this.#on = on;
  }

  /** The ids of the people found, in the order of the lines. */
  answer(question: { readonly where?: unknown; readonly population?: unknown }): string[] {
    return this.people(question).map(({ id }) => id);
  }

  people(question: { readonly where?: unknown; readonly population?: unknown }): Person[] {
    const { where, population = 'current' } = question;
    const fact = { current: 'isCurrent', serving: 'isServing', all: null }[String(population)];
    return this.#world.people.filter(
      (person) =>
        (!fact || this.fact(person, fact) === '1') &&
        (where === undefined || this.#holds(where as Node, person)),
    );
  }

  /** A derived fact of a person. */
  fact(person: Person, name: string): Value {
    const key = `${name} ${person.id}`;
    let value = this.#facts.get(key);
    if (value === undefined) {
      value = personFacts[name]?.(person, this.#on, (other) => this.fact(person, other)) ?? null;
      this.#facts.set(key, value);
    }
    return value;
  }

  /** A field of a person as questions see it. */
  valueOf(person: Person, name: string): Value {
    const field = this.#field(name);
    if (field.isFact) return this.fact(person, name);
    const [set = '', key = ''] = name.split('.');
    const [row] = visibleRows(person, set, this.#on);
    return row ? stored(row[key], field) : null;
  }

  #holds(node: Node, person: Person): boolean {
    const of = (part: unknown): boolean => this.#holds(part as Node, person);
    switch (node['op']) {
      case 'all':
        return (node['of'] as unknown[]).every(of);
      case 'any':
        return (node['of'] as unknown[]).some(of);
      case 'not':
        return !of(node['of']);
      case 'people':
        return (node['ids'] as string[]).includes(person.id);
      case 'months':
        return within(this.#months(node['spans'] as Node[], person), node);
      case 'some':
      case 'none':
      case 'every':
      case 'count':
      case 'last':
      case 'first':
        return this.#ofRows(node, person);
      default:
        return this.#ofField(node, ({ name }) => this.valueOf(person, name));
    }
  }

  #ofRows(node: Node, person: Person): boolean {
    const rows = visibleRows(person, String(node['set']), this.#on);
    const matches = (row: Row): boolean => this.#matches(node['where'], row);
    const n = Number(node['n']);
    const atLeast = Number(node['atLeast'] ?? n);
    switch (node['op']) {
      case 'some':
        return rows.some(matches);
      case 'none':
        return !rows.some(matches);
      case 'every':
        return rows.every(matches);
      case 'count':
        return within(rows.filter(matches).length, node);
      case 'last':
        return rows.slice(-n).filter(matches).length >= atLeast;
      default:
        return rows.slice(0, n).filter(matches).length >= atLeast;
    }
  }

  #matches(where: unknown, row: Row): boolean {
    if (where === undefined) return true;
    const node = where as Node;
    const of = (part: unknown): boolean => this.#matches(part, row);
    if (node['op'] === 'all') return (node['of'] as unknown[]).every(of);
    if (node['op'] === 'any') return (node['of'] as unknown[]).some(of);
    if (node['op'] === 'not') return !of(node['of']);
    return this.#ofField(node, (field) =>
      field.isFact
        ? (rowFacts[field.name]?.(row, this.#on) ?? null)
        : stored(row[field.name.split('.')[1] ?? ''], field),
    );
  }

  #months(spans: readonly Node[], person: Person): number {
    return monthsOf(
      spans.flatMap(({ set, where }) =>
        visibleRows(person, String(set), this.#on)
          .filter((row) => this.#matches(where, row))
          .flatMap((row) => spanOf(String(set), row, this.#on) ?? []),
      ),
    );
  }

  #ofField(node: Node, read: Reader): boolean {
    const field = this.#field(String(node['field']));
    const value = read(field);
    if (node['op'] === 'empty') return value === null;
    if (value === null) return false;
    switch (node['op']) {
      case 'in':
        return (node['values'] as unknown[]).some((wanted) =>
          this.#isOne(field, value, wanted, node['exact'] === true),
        );
      case 'between':
        return this.#isBetween(field, value, node['from'], node['to']);
      default:
        return this.#hasText(field, String(value), String(node['op']), String(node['text']));
    }
  }

  #isOne(field: Field, value: string | number, wanted: unknown, exact: boolean): boolean {
    if (field.kind === 'date') return value === wanted || String(value).startsWith(`${String(wanted)}-`);
    if (exact || (field.kind !== 'code' && field.kind !== 'unit')) return value === wanted;
    if (field.kind === 'unit') return this.isUnitWithin(String(value), String(wanted));
    return value === wanted || isWithin(codeList(field.codes ?? ''), String(value), String(wanted));
  }

  isUnitWithin(unit: string, above: string): boolean {
    for (let at: string | null = unit; at !== null; at = this.#world.units.get(at)?.parent ?? null)
      if (at === above) return true;
    return false;
  }

  #isBetween(field: Field, value: string | number, from: unknown, to: unknown): boolean {
    if (field.kind === 'number')
      return (
        (from === undefined || Number(from) <= Number(value)) &&
        (to === undefined || Number(value) <= Number(to))
      );
    const when = whenOf(value);
    if (!when) return false;
    const bound = (given: unknown): When =>
      whenOf(given) ?? moved(this.#on, given as { years?: number; months?: number; days?: number });
    return (
      (from === undefined || first(bound(from)) <= first(when)) &&
      (to === undefined || first(when) <= last(bound(to)))
    );
  }

  #hasText(field: Field, value: string, op: string, text: string): boolean {
    let named = value;
    if (field.kind === 'unit' || field.kind === 'code') {
      const label =
        field.kind === 'unit'
          ? this.#world.units.get(value)?.name
          : codeList(field.codes ?? '').labels.get(value);
      if (label === undefined && field.kind === 'unit') return false;
      named = label ?? value;
    }
    const [compared, sought] = [alike(named), alike(text)];
    return op === 'contains' ? compared.includes(sought) : compared.startsWith(sought);
  }

  #field(name: string): Field {
    const field = this.#world.fields.get(name);
    if (!field) throw new Error(`no field ${name}`);
    return field;
  }
}

/** 全角 letters and digits as 半角, capitals as small letters. */
function alike(text: string): string {
  return text
    .split('')
    .map((unit) => {
      const narrow = /[０-９Ａ-Ｚａ-ｚ]/.test(unit) ? unit.normalize('NFKC') : unit;
      const small = narrow.toLowerCase();
      return small.length === 1 && small.toUpperCase() === narrow ? small : narrow;
    })
    .join('');
}

function stored(value: unknown, { kind }: Field): Value {
  if (kind === 'number') return numberOf(value);
  if (kind === 'date') return whenOf(value) ? String(value) : null;
  return stringOf(value);
}

function within(count: number, { atLeast, atMost }: Node): boolean {
  return (
    (atLeast === undefined || count >= Number(atLeast)) && (atMost === undefined || count <= Number(atMost))
  );
}
