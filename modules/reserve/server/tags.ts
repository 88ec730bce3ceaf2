import type { z } from 'zod';
import { newId, textOf, type Actor, type OperationOutput } from '#platform/model';
import { keepSetting, readSetting, type Store } from '#platform/server';
import { requireWholeOffice } from '#modules/cadres/server';
import { questioner, type QueryTables } from '#modules/query/server';
import {
  tagKinds,
  withoutTag,
  withTag,
  withTagsMerged,
  type mergeTags,
  type readTags,
  type Tag,
  type TagKind,
  type TagList,
  type tagPeople,
} from '#modules/reserve';
import { changePeople, chosenIds } from './change-people.ts';
import { namesOf } from './definitions.ts';
import { tagsSetting } from './settings.ts';
import { peopleWithRows } from './stored-rows.ts';

const kinds = Object.keys(tagKinds) as TagKind[];
const mostNames = 20;

/** 标签目录 with how many people within reach have each. */
export async function tagsFor(
  store: Store,
  tables: QueryTables,
  actor: Actor,
): Promise<OperationOutput<typeof readTags>> {
  const { content: list, version, edited } = await readSetting(store.db, tagsSetting);
  const stored = await peopleWithRows(store, 'TG01');
  const question = { population: 'all', where: { op: 'people', ids: [...stored.keys()] } } as const;
  const asker = await questioner(store, tables, actor, { question });
  const people = new Map<string, number>();
  for (const id of asker.ask(question, (found) => found.ids([], 0, found.count))) {
    const own = (stored.get(id) ?? []).map((row) => keyOf(textOf(row, 'kindCode'), textOf(row, 'name')));
    for (const key of new Set(own)) people.set(key, (people.get(key) ?? 0) + 1);
  }
  const tags = kinds.flatMap((kind) => {
    const listed = list[kind].map((name) => ({ kind, name, listed: true }));
    const others = [...people.keys()]
      .filter((key) => key.startsWith(`${kind} `) && !list[kind].includes(key.slice(2)))
      .map((key) => ({ kind, name: key.slice(2), listed: false }));
    return [...listed, ...others].map((tag) => ({ ...tag, people: people.get(keyOf(kind, tag.name)) ?? 0 }));
  });
  return { list, tags, version, edited };
}

export async function saveTagList(
  store: Store,
  actor: Actor,
  { list, version }: { readonly list: TagList; readonly version: number },
): Promise<{ version: number }> {
  requireWholeOffice(actor);
  return { version: await keepSetting(store.db, tagsSetting, actor, list, version) };
}

/** Renames a tag, or makes one of several, over all people and on the list. */
export async function mergeTagsOfAll(
  store: Store,
  actor: Actor,
  asked: z.output<NonNullable<(typeof mergeTags)['body']>>,
): Promise<OperationOutput<typeof mergeTags>> {
  requireWholeOffice(actor);
  const { to, version } = asked;
  const from = asked.from.filter((tag) => keyOf(tag.kind, tag.name) !== keyOf(to.kind, to.name));
  const ids = [...(await peopleWithRows(store, 'TG01'))]
    .filter(([, rows]) => withTagsMerged(rows, from, to) !== null)
    .map(([id]) => id)
    .toSorted();
  if (asked.preview)
    return {
      people: ids.length,
      names: await namesOf(store, ids.slice(0, mostNames)),
      change: null,
      version,
    };
  const { content } = await readSetting(store.db, tagsSetting);
  const list = listMerged(content, from, to);
  const done = await changePeople(store, actor, {
    ids,
    sets: ['TG01'],
    plan(_person, { TG01: rows = [] }) {
      const after = withTagsMerged(rows, from, to);
      return after && { TG01: after };
    },
    summary: (count) => `标签${from.map(({ name }) => `“${name}”`).join('、')}改为“${to.name}”：${count} 人`,
    also: async (tx) => void (await keepSetting(tx, tagsSetting, actor, list, version)),
  });
  if (!done) await keepSetting(store.db, tagsSetting, actor, list, version);
  return { people: done?.people ?? 0, names: [], change: done?.change ?? null, version: version + 1 };
}

/** The new name takes the place of the first listed one that it stands for. */
function listMerged(list: TagList, from: readonly Tag[], to: Tag): TagList {
  const after = kinds.map((kind) => {
    const isFrom = (name: string): boolean => from.some((tag) => tag.kind === kind && tag.name === name);
    const names = list[kind].map((name) => (kind === to.kind && isFrom(name) ? to.name : name));
    return [kind, [...new Set(names.filter((name) => name === to.name || !isFrom(name)))]] as const;
  });
  return Object.fromEntries(after) as TagList;
}

/** Gives many people a tag, or takes it from them. */
export async function tagChosen(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  body: z.output<NonNullable<(typeof tagPeople)['body']>>,
): Promise<OperationOutput<typeof tagPeople>> {
  const { tag, does } = body;
  const ids = await chosenIds(store, tables, actor, body.people);
  const said = { note: body.note, recognizedOn: body.recognizedOn };
  const done = await changePeople(store, actor, {
    ids,
    sets: ['TG01'],
    plan(_person, { TG01: rows = [] }) {
      const after = does === 'add' ? withTag(rows, newId(), tag, said) : withoutTag(rows, tag);
      return after && { TG01: after };
    },
    summary: (count) => `${does === 'add' ? '加上' : '去掉'}${tagKinds[tag.kind]}“${tag.name}”：${count} 人`,
  });
  const changed = done?.people ?? 0;
  return { change: done?.change ?? null, changed, unchanged: ids.length - changed };
}

function keyOf(kind: string, name: string): string {
  return `${kind} ${name}`;
}
