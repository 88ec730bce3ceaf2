import type { FieldDefinition, SetDefinition, SubjectKind } from './definition.ts';
import { reservedKeys } from './row.ts';

/** All declared information sets (登记册). The order in which sets were declared is the order in which they are shown. */
export interface Registry {
  readonly sets: readonly SetDefinition[];
  /** The set of that code, or undefined. */
  find(code: string): SetDefinition | undefined;
  /** The set of that code; throws when nobody declared it, which is a mistake in the program. */
  get(code: string): SetDefinition;
  /** The sets that describe persons or units. */
  of(kind: SubjectKind): readonly SetDefinition[];
  /** A field by its path, for instance `A01.sexCode`. */
  field(path: string): { set: SetDefinition; field: FieldDefinition } | undefined;
}

/** Puts declarations together and refuses contradictory ones: they would corrupt records. */
export function createRegistry(sets: readonly SetDefinition[]): Registry {
  const byCode = new Map<string, SetDefinition>();
  for (const set of sets) {
    if (byCode.has(set.code)) throw new Error(`information set ${set.code} is declared twice`);
    checkFields(set);
    byCode.set(set.code, set);
  }
  return {
    sets,
    find: (code) => byCode.get(code),
    get(code) {
      const set = byCode.get(code);
      if (!set) throw new Error(`information set ${code} is not declared`);
      return set;
    },
    of: (kind) => sets.filter((set) => set.subject === kind),
    field(path) {
      const dot = path.indexOf('.');
      const set = byCode.get(path.slice(0, dot));
      const field = set?.fields.find((candidate) => candidate.key === path.slice(dot + 1));
      return set && field ? { set, field } : undefined;
    },
  };
}

function checkFields(set: SetDefinition): void {
  const seen = new Set<string>(reservedKeys);
  for (const field of set.fields) {
    if (seen.has(field.key)) throw new Error(`${set.code}.${field.key} is reserved or declared twice`);
    if (field.type === 'code' && !field.codeTable)
      throw new Error(`${set.code}.${field.key} names no code table`);
    seen.add(field.key);
  }
  for (const key of [...(set.order ?? []), ...(set.title ?? []), ...(set.withdrawal?.fields ?? [])]) {
    if (!seen.has(key.replace(/^-/, '')))
      throw new Error(`${set.code} orders, titles or withdraws by the unknown field ${key}`);
  }
  checkTime(set);
}

/** Times are told by dates, and what has ended by a code. */
function checkTime(set: SetDefinition): void {
  const { order, visible, span } = set.time ?? {};
  const dates = [order, visible?.from, visible?.until, span?.from, span?.to].filter(
    (key) => key !== undefined,
  );
  for (const key of dates) {
    if (set.fields.find((field) => field.key === key)?.type !== 'date')
      throw new Error(`${set.code} tells its time by ${key}, which is no date of it`);
  }
  const ended = span?.ended?.field;
  if (ended !== undefined && set.fields.find((field) => field.key === ended)?.type !== 'code')
    throw new Error(`${set.code} tells by ${ended} what has ended, which is no code of it`);
}

/** May this field be seen by someone without the right to sensitive fields? */
export function isSensitive(set: SetDefinition, field: FieldDefinition): boolean {
  return set.sensitive === true || field.sensitive === true;
}
