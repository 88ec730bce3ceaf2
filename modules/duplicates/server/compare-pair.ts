import {
  displayValue,
  errors,
  rowTitle,
  sortedRows,
  textOf,
  type Actor,
  type OperationOutput,
  type RecordRow,
  type SetDefinition,
  type SubjectSets,
} from '#platform/model';
import { readSubject, rowsOf, type Store, type StoredSets } from '#platform/server';
import type { QueryTables } from '#modules/query/server';
import { isAsVerified } from '#modules/cadres';
import { readUnitTree } from '#modules/organization/server';
import {
  contentOf,
  isPrintedList,
  verificationDisputes,
  verifiedSide,
  type compareDuplicates,
} from '#modules/duplicates';
import { describeSuspects, requireSight } from './suspects.ts';

type Comparison = OperationOutput<typeof compareDuplicates>;

/** Two records side by side: fields that are not the same, and the rows of both. */
export async function comparePair(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  ids: { readonly first: string; readonly second: string },
): Promise<Comparison> {
  requireSight(actor);
  const pair = [ids.first, ids.second] as const;
  const shown = await describeSuspects(store, tables, actor, pair);
  const stored = await Promise.all(pair.map((id) => readSubject(store.db, id)));
  const sets = stored.map(rowsOf);
  const { nameOf } = await readUnitTree(store);
  const text = (field: SetDefinition['fields'][number], row: RecordRow | undefined): string =>
    displayValue(field, row, store.tables, nameOf);
  const shownSets = store.registry.of('person').filter((set) => !set.internal);
  return {
    people: pair.map((id, index) => {
      const person = shown.get(id);
      if (!person) throw errors.notFound('要对照的干部');
      const own = sets[index] ?? {};
      return {
        ...person,
        photo: textOf(own['A57']?.[0], 'data') || null,
        rows: Object.values(own).reduce((sum, rows) => sum + rows.length, 0),
        versions: versionsOf(stored[index] ?? {}),
      };
    }),
    fields: shownSets
      .filter((set) => !set.repeating)
      .flatMap((set) =>
        set.fields
          .filter((field) => !field.internal)
          .map((field) => {
            const texts = sets.map((own) => text(field, own[set.code]?.[0]));
            const values = sets.map((own) => textOf(own[set.code]?.[0], field.key));
            const shownTexts = field.type === 'file' ? values.map((value) => (value ? '有' : '')) : texts;
            return {
              key: `${set.code}.${field.key}`,
              set: set.label,
              label: field.label,
              texts: shownTexts,
              differs: shownTexts.every((each) => each !== '') && values[0] !== values[1],
              verified: verifiedOf(set, field.key, sets),
              same: values[0] === values[1] && texts[0] === texts[1],
            };
          }),
      )
      .filter(({ same }) => !same)
      .map(({ same: _same, ...field }) => field),
    disputes: verificationDisputes(sets[0] ?? {}, sets[1] ?? {}),
    lists: shownSets
      .filter((set) => set.repeating && sets.some((own) => (own[set.code] ?? []).length > 0))
      .map((set) => ({
        key: set.code,
        label: set.label,
        rows: rowTexts(set, sets, text, (row) => rowTitle(set, row, store.tables, nameOf)),
        printed: isPrintedList(set),
        lasting: set.lasting === true,
      })),
  };
}

function verifiedOf(
  set: SetDefinition,
  field: string,
  [first = {}, second = {}]: SubjectSets[],
): Comparison['fields'][number]['verified'] {
  const side = verifiedSide(set, field, first, second);
  if (side === null) return null;
  const open = verificationDisputes(first, second).filter(({ counts }) => counts === null);
  if (open.some((dispute) => dispute.field === field)) return { why: 'disputed' };
  // Whichever record is kept, its own value stays.
  if (side === verifiedSide(set, field, second, first)) return { why: 'neither' };
  const verifications = { VF01: [...(first['VF01'] ?? []), ...(second['VF01'] ?? [])] };
  const areBoth = [first, second].every((own) => isAsVerified(verifications, own['A01']?.[0], field));
  return { why: areBoth ? 'more-exact' : 'verified', side: side === 'keep' ? 0 : 1 };
}

export function versionsOf(stored: StoredSets): Record<string, number> {
  return Object.fromEntries(Object.entries(stored).map(([code, { version }]) => [code, version]));
}

function rowTexts(
  set: SetDefinition,
  sets: readonly SubjectSets[],
  text: (field: SetDefinition['fields'][number], row: RecordRow) => string,
  title: (row: RecordRow) => string,
): { title: string; details: string; same: boolean }[][] {
  const rows = sets.map((own) => sortedRows(set, own[set.code] ?? []));
  const details = set.fields.filter(
    ({ internal, type, key }) => !internal && type !== 'file' && key !== 'order' && !set.title?.includes(key),
  );
  return rows.map((own, side) => {
    const others = new Set((rows[1 - side] ?? []).map((row) => contentOf(set, row)));
    return own.map((row) => ({
      title: title(row),
      details: details
        .map((field) => ({ label: field.label, value: text(field, row) }))
        .filter(({ value }) => value !== '')
        .map(({ label, value }) => `${label}：${value}`)
        .join('；'),
      same: others.has(contentOf(set, row)),
    }));
  });
}
