import { toHalfWidth } from '#documents/formats';
import type { SetDefinition } from '#platform/model';
import { headSynonyms } from './head-synonyms.ts';
import { identityColumns, sheetFields } from './targets.ts';

/** For each column of a sheet the target that it fills, or null for one that is left out. */
export type Mapping = readonly (string | null)[];

/** A head as it is compared: without blanks, line ends, stars and what stands in brackets as a note. */
export function headKey(head: string): string {
  return toHalfWidth(head)
    .replace(/[\s*：:]/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .toLowerCase();
}

/** What only helps to tell people apart. */
const helping: ReadonlySet<string> = new Set(['@birth', '@unit']);

/**
 * The mapping that the heads suggest: by key, code, label or a spelling in use, each target once. A head that fits a person's
 * column and a field of the set (姓名 in 家庭成员) goes to the person first; but what only helps to tell people apart gives
 * way to a field that no other column could fill, or the field's values would be lost.
 */
export function suggestMapping(set: SetDefinition, heads: readonly string[]): Mapping {
  const names = namesOf(set);
  const targets = heads.map((head) => {
    const key = headKey(head);
    const bare = key.replace(/（[^（）]*）$/, '');
    return key === '' ? [] : [...(names.get(key) ?? []), ...(names.get(bare) ?? [])];
  });
  const isFilledHereOnly = (field: string) =>
    !field.startsWith('@') && targets.filter((each) => each.includes(field)).length === 1;
  const taken = new Set<string>();
  return targets.map((own) => {
    const free = own.filter((each) => !taken.has(each));
    const target = free.find((each) => !helping.has(each) || !free.some(isFilledHereOnly)) ?? null;
    if (target !== null) taken.add(target);
    return target;
  });
}

const known = new WeakMap<SetDefinition, ReadonlyMap<string, readonly string[]>>();

/** The targets of every head, the nearest first. */
function namesOf(set: SetDefinition): ReadonlyMap<string, readonly string[]> {
  const cached = known.get(set);
  if (cached) return cached;
  const names = new Map<string, string[]>();
  const add = (name: string, target: string) => {
    const key = headKey(name);
    const targets = names.get(key) ?? [];
    if (!targets.includes(target)) names.set(key, [...targets, target]);
  };
  const ownIdentity = identityColumns(set).length > 0;
  for (const { key, label } of identityColumns(set)) add(label, key);
  for (const [target, heads] of Object.entries(headSynonyms[''] ?? {})) {
    const isHidden = target === '@person' || target === '@row';
    if (isHidden || ownIdentity || target === '@unit') for (const head of heads) add(head, target);
  }
  const fields = sheetFields(set);
  for (const field of fields) for (const name of [field.key, field.code, field.label]) add(name, field.key);
  for (const [target, heads] of Object.entries(headSynonyms[set.code] ?? {})) {
    if (fields.some(({ key }) => key === target)) for (const head of heads) add(head, target);
  }
  known.set(set, names);
  return names;
}

/** Names the heads of a sheet, so that a mapping can be found again for the next one. */
export function headSignature(heads: readonly string[]): string {
  return heads.map(headKey).join('|');
}
