import { dateText } from '../column/date-key.ts';
import type { FactValue } from '../facts/fact.ts';
import type { FieldReader, FoundContext } from '../plan/context.ts';
import { refuse } from './refuse.ts';

/**
 * Values of single people, as of the reference date: strings of codes, units and texts, numbers, dates as they are
 * written. A field is looked up once and then read for as many people as are shown.
 * The plain loop: `fields.map((field) => value(row, field))`.
 */
export class FoundValues {
  readonly #ctx: FoundContext;
  readonly #readers = new Map<string, FieldReader>();

  constructor(ctx: FoundContext) {
    this.#ctx = ctx;
  }

  of(row: number, fields: readonly string[]): readonly FactValue[] {
    return fields.map((field, index) => {
      const reader = this.#readers.get(field) ?? this.#open(field, index);
      const value = reader.at(row);
      return reader.kind === 'date' && typeof value === 'number' ? dateText(value) : value;
    });
  }

  #open(field: string, index: number): FieldReader {
    const reader = this.#ctx.read(field);
    if (!reader) return refuse(`fields[${index}]`, `没有“${field.slice(0, 80)}”这个信息项，请重新选择`);
    this.#readers.set(field, reader);
    return reader;
  }
}
