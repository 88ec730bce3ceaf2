import type { Actor, SubjectSets } from '#platform/model';
import { readMany, rowsOf, type Store } from '#platform/server';
import { runQueryFor, type QueryTables } from '#modules/query/server';
import type { Fault, QuestionRule, ShownFault } from '#modules/checks';
import { countingFaults } from './check-people.ts';
import type { ReachedBoard } from './people-in-reach.ts';
import { namedRules, type NamedRule } from './shown-rules.ts';

/** The faults of these people in words, by id. */
export async function showFaults(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  board: Pick<ReachedBoard, 'state' | 'questions' | 'rulesOf'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ShownFault[]>> {
  const named = namedRules(board.state.basis.settings);
  const stored = await readMany(store.db, ids);
  const shown = new Map<string, ShownFault[]>();
  for (const id of ids) {
    const sets: SubjectSets = rowsOf(stored.get(id) ?? {});
    const faults = countingFaults(board.state.basis, id, sets);
    shown.set(
      id,
      faults.map((fault) => shownFault(store, named, fault)),
    );
  }
  for (const rule of board.questions) {
    const people = ids.filter((id) => board.rulesOf(id).includes(rule.id));
    if (people.length === 0) continue;
    for (const [id, message] of await messagesOf(store, tables, actor, rule, people)) {
      const name = named.get(rule.id);
      if (!name) continue;
      const fault = { rule: rule.id, label: name.label, level: rule.level, message };
      shown.get(id)?.push({ ...fault, set: '', setLabel: '', row: '', field: '', fieldLabel: '', value: '' });
    }
  }
  return shown;
}

function shownFault(store: Store, named: ReadonlyMap<string, NamedRule>, fault: Fault): ShownFault {
  const set = store.registry.find(fault.set);
  const { repair, ...rest } = fault;
  return {
    ...rest,
    label: named.get(fault.rule)?.label ?? fault.rule,
    setLabel: set?.label ?? '',
    fieldLabel: set?.fields.find(({ key }) => key === fault.field)?.label ?? '',
    ...(repair ? { repair: repair.label } : {}),
  };
}

const place = /\{([^{}]+)\}/gu;

/** The message of a question rule for each person, with the fields named in braces filled in. */
async function messagesOf(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  rule: QuestionRule,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const columns = [...new Set([...rule.message.matchAll(place)].flatMap(([, name]) => name ?? []))];
  const question = { where: { op: 'people', ids: [...ids] }, population: 'all' } as const;
  const { rows } = await runQueryFor(store, tables, actor, {
    question,
    columns,
    sort: [],
    from: 0,
    size: ids.length,
    counts: false,
  });
  return new Map(
    rows.map(({ id, texts }) => {
      const text = new Map(columns.map((name, index) => [name, texts[index] ?? '']));
      return [id, rule.message.replaceAll(place, (_, name: string) => text.get(name) || '（空）')];
    }),
  );
}
