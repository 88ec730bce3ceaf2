import type { Asking } from '../ask.ts';
import { dateText } from '../column/date-key.ts';
import type { Fact, FactValue, PersonReader } from '../facts/fact.ts';
import { plainReader } from '../facts/plain-reader.ts';
import { schemaIndex } from '../facts/plain-values.ts';
import type { ColumnSchema, DatasetSchema, Span } from '../table/schema.ts';
import type { SourcePerson, SourceUnit } from '../table/source.ts';
import type {
  BetweenCondition,
  Bound,
  Condition,
  InCondition,
  MonthsCondition,
  RelativeDate,
} from './question.ts';

/** What a naive answer is worked out from: everything as plain objects. */
export interface NaiveData {
  readonly schema: DatasetSchema;
  readonly people: readonly SourcePerson[];
  readonly units: readonly SourceUnit[];
  readonly facts: readonly Fact[];
  readonly initials: (text: string) => string;
  readonly scopeColumn: string;
  readonly populations: { readonly current: string; readonly serving: string };
}

/** The ids of the people whom a question finds, person by person and row by row in the most obvious way. */
export function naiveIds(data: NaiveData, asking: Asking): readonly string[] {
  const { where, population = 'current' } = asking.question;
  return data.people
    .filter((person) => {
      const one = new NaivePerson(data, person, asking);
      return one.isWithinReach() && one.isOf(population) && (!where || one.meets(where, null));
    })
    .map(({ id }) => id);
}

interface Row {
  readonly set: string;
  readonly row: number;
}

class NaivePerson {
  readonly #data: NaiveData;
  readonly #person: SourcePerson;
  readonly #asking: Asking;
  readonly #reader: PersonReader;
  readonly #today: string;

  constructor(data: NaiveData, person: SourcePerson, asking: Asking) {
    this.#data = data;
    this.#person = person;
    this.#asking = asking;
    this.#reader = plainReader(data.schema, person, asking.asOf, data.facts);
    this.#today = dateText(asking.asOf);
  }

  isWithinReach(): boolean {
    const { scope } = this.#asking;
    if (scope === null) return true;
    const { set, key } = schemaIndex(this.#data.schema).column(this.#data.scopeColumn);
    const unit = this.#person.sets[set.name]?.[0]?.[key];
    return typeof unit === 'string' && scope.some((head) => this.#isUnitWithin(unit, head));
  }

  isOf(population: 'current' | 'serving' | 'all'): boolean {
    return population === 'all' || this.#reader.fact(this.#data.populations[population])(0) === '1';
  }

  /** `at` is the row of a repeating set that the condition is about, null when it is about the person. */
  meets(condition: Condition, at: Row | null): boolean {
    switch (condition.op) {
      case 'all':
        return condition.of.every((part) => this.meets(part, at));
      case 'any':
        return condition.of.some((part) => this.meets(part, at));
      case 'not':
        return !this.meets(condition.of, at);
      case 'in':
        return this.#isIn(condition, at);
      case 'between':
        return this.#isBetween(condition, at);
      case 'contains':
      case 'starts':
      case 'initials':
        return this.#matches(condition.op, condition.field, alike(condition.text), at);
      case 'empty':
        return this.#value(condition.field, at) === null;
      case 'some':
        return this.#rowsMeeting(condition.set, condition.where).length > 0;
      case 'every':
        return this.#rowsMeeting(condition.set, condition.where).length === this.#rows(condition.set).length;
      case 'none':
        return this.#rowsMeeting(condition.set, condition.where).length === 0;
      case 'count':
        return isWithin(this.#rowsMeeting(condition.set, condition.where).length, condition);
      case 'last':
      case 'first': {
        const rows = this.#rows(condition.set);
        const taken = condition.op === 'last' ? rows.slice(-condition.n) : rows.slice(0, condition.n);
        const met = taken.filter((row) => this.meets(condition.where, row));
        return met.length >= (condition.atLeast ?? condition.n);
      }
      case 'months':
        return isWithin(this.#months(condition), condition);
      case 'people':
        return condition.ids.includes(this.#person.id);
      case 'saved': {
        const question = this.#asking.saved?.(condition.id);
        if (!question) throw new Error('no such question');
        const { where, population } = question;
        return (!where || this.meets(where, null)) && (!population || this.isOf(population));
      }
    }
  }

  #rows(set: string): readonly Row[] {
    const rows: Row[] = [];
    this.#reader.eachRow(set)(0, (row) => rows.push({ set, row }));
    return rows;
  }

  #rowsMeeting(set: string, where: Condition | undefined): readonly Row[] {
    return this.#rows(set).filter((row) => !where || this.meets(where, row));
  }

  /** Dates as they are written. */
  #value(field: string, at: Row | null): FactValue {
    const row = at?.row ?? 0;
    const reader = at ? this.#reader.rows(at.set) : this.#reader;
    const fact = this.#data.facts.find(({ name }) => name === field);
    const { kind } = this.#schemaOf(field);
    if (fact) {
      const value = reader.fact(field)(row);
      return kind === 'date' && typeof value === 'number' ? dateText(value) : value;
    }
    if (kind === 'number') return reader.numbers(field)(row);
    if (kind !== 'date') return reader.strings(field)(row);
    const key = reader.dates(field)(row);
    return key === null ? null : dateText(key);
  }

  #schemaOf(field: string): Pick<ColumnSchema, 'kind' | 'codes' | 'initials'> {
    return (
      this.#data.facts.find(({ name }) => name === field) ??
      schemaIndex(this.#data.schema).column(field).schema
    );
  }

  #isIn({ field, values, exact }: InCondition, at: Row | null): boolean {
    const value = this.#value(field, at);
    if (value === null) return false;
    const { kind, codes } = this.#schemaOf(field);
    return values.some((wanted) => {
      if (wanted === value) return true;
      if (kind === 'date') return String(value).startsWith(`${wanted}-`);
      if (exact) return false;
      if (kind === 'code') {
        return schemaIndex(this.#data.schema).isWithin(codes, String(value), [String(wanted)]);
      }
      return kind === 'unit' && this.#isUnitWithin(String(value), String(wanted));
    });
  }

  #isBetween({ field, from, to }: BetweenCondition, at: Row | null): boolean {
    const value = this.#value(field, at);
    if (value === null) return false;
    if (typeof value === 'number') {
      return (from === undefined || value >= Number(from)) && (to === undefined || value <= Number(to));
    }
    const day = firstDay(value);
    if (from !== undefined && day < firstDay(this.#bound(from))) return false;
    return to === undefined || day <= lastDay(this.#bound(to));
  }

  #bound(bound: Bound): string {
    return typeof bound === 'object' ? moved(this.#today, bound) : String(bound);
  }

  #matches(op: 'contains' | 'starts' | 'initials', field: string, text: string, at: Row | null): boolean {
    const value = this.#value(field, at);
    if (value === null) return false;
    const { kind, codes } = this.#schemaOf(field);
    const unit = kind === 'unit' ? this.#data.units.find(({ id }) => id === value) : undefined;
    if (op === 'initials') {
      const initials = kind === 'unit' ? (unit?.initials ?? '') : this.#data.initials(String(value));
      return initials.split('|').some((reading) => reading.startsWith(text));
    }
    const list = this.#data.schema.codes.find(({ id }) => id === codes);
    const label = list?.entries.find(({ code }) => code === value)?.label ?? unit?.name ?? String(value);
    const words = alike(label);
    return op === 'starts' ? words.startsWith(text) : words.includes(text);
  }

  /** The months of all rows, day by day intervals brought together one after the other. */
  #months({ spans }: MonthsCondition): number {
    const intervals = spans.flatMap(({ set, where }) => {
      const { span } = schemaIndex(this.#data.schema).set(set);
      if (!span) throw new Error(`${set} has no span`);
      return this.#rowsMeeting(set, where).flatMap((row) => this.#interval(row, span));
    });
    let merged: [string, string][] = [];
    for (const [from, to] of intervals) {
      const apart = merged.filter(([begin, end]) => end < from || to < begin);
      const touching = merged.filter(([begin, end]) => end >= from && to >= begin);
      const begins = [from, ...touching.map(([begin]) => begin)].toSorted();
      const ends = [to, ...touching.map(([, end]) => end)].toSorted();
      merged = [...apart, [begins[0] ?? from, ends.at(-1) ?? to]];
    }
    return merged.reduce((sum, [from, to]) => sum + fullMonths(from, to), 0);
  }

  #interval(row: Row, span: Span): [string, string][] {
    const from = this.#value(span.from, row);
    const to = this.#value(span.to, row);
    if (from === null) return [];
    if (to === null && span.ended) {
      const hasEnded = this.#reader.rows(row.set).isAmong(span.ended.column, span.ended.codes)(row.row);
      if (hasEnded) return [];
    }
    const begin = firstDay(String(from));
    const end = to === null || firstDay(String(to)) > this.#today ? this.#today : firstDay(String(to));
    return begin < end ? [[begin, end]] : [];
  }

  #isUnitWithin(unit: string, head: string): boolean {
    for (let at: string | null = unit; at !== null;) {
      if (at === head) return true;
      const id: string = at;
      at = this.#data.units.find((one) => one.id === id)?.parent ?? null;
    }
    return false;
  }
}

function isWithin(
  value: number,
  {
    atLeast = 0,
    atMost = Number.POSITIVE_INFINITY,
  }: { atLeast?: number | undefined; atMost?: number | undefined },
): boolean {
  return value >= atLeast && value <= atMost;
}

function firstDay(date: string): string {
  return date + '-01-01'.slice(date.length - 4);
}

function lastDay(date: string): string {
  if (date.length === 10) return date;
  const month = date.length === 4 ? `${date}-12` : date;
  return `${month}-${String(daysOf(month)).padStart(2, '0')}`;
}

function daysOf(month: string): number {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 0, 0)).getUTCDate();
}

function fullMonths(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0);
}

/** Years and months first, the day as far as the month has it, then days. */
function moved(today: string, { years = 0, months = 0, days = 0 }: RelativeDate): string {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  const first = new Date(Date.UTC(year + years, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  first.setUTCDate(first.getUTCDate() + days);
  return first.toISOString().slice(0, 10);
}

/** Small letters and 半角 letters and digits, sign by sign. */
function alike(text: string): string {
  return Array.from(text, (sign) => (/[Ａ-Ｚａ-ｚ０-９]/.test(sign) ? sign.normalize('NFKC') : sign))
    .join('')
    .toLowerCase();
}
