import { onTestFinished } from 'vitest';
import {
  newId,
  permissions,
  type Actor,
  type DataScope,
  type Operation,
  type OperationInput,
  type OperationOutput,
  type Permission,
  type RecordRow,
} from '#platform/model';
import { applyChange, buildServer, type Store, type SubjectEdit } from '#platform/server';
import { generateDistrict, type SampleRow } from '#fixtures/district';
import { cadreStore } from '../../cadres/server/test-cadres.ts';
import { createQueryTables, type QueryTables } from './query-tables.ts';
import { queryRoutes } from './routes.ts';

/** A refusal as it travels. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A server with this module's routes over a store with invented people. */
export interface QueryOffice {
  readonly store: Store;
  readonly tables: QueryTables;
  /** Calls an operation as somebody; throws when it is refused. */
  call<O extends Operation>(
    actor: Actor,
    operation: O,
    input?: OperationInput<O>,
  ): Promise<OperationOutput<O>>;
  /** Calls an operation that is to be refused. */
  refused<O extends Operation>(actor: Actor, operation: O, input?: OperationInput<O>): Promise<Refusal>;
  /** Adds somebody with these sets. */
  add(sets: Readonly<Record<string, readonly Omit<SampleRow, 'id'>[]>>): Promise<string>;
}

const everything: DataScope = { kind: 'everything' };

/** Somebody who acts; with every permission but those left out. */
export function actorOf(
  name: string,
  without: readonly Permission[] = [],
  scope: DataScope = everything,
): Actor {
  const all = Object.keys(permissions) as Permission[];
  return { id: name, name, permissions: new Set(all.filter((each) => !without.includes(each))), scope };
}

/** Opens the office with so many people of the sample district; it closes when the test ends. */
export async function openQueryOffice(persons: number): Promise<QueryOffice> {
  const store = await cadreStore({
    name: `district of ${persons}`,
    fill: (empty) =>
      applyChange(
        empty,
        author,
        [...generateDistrict({ persons, seed: 1 })].map(({ id, kind, sets }) => editOf(id, kind, sets)),
      ),
  });
  const tables = createQueryTables(store);
  const actors = new Map<string, Actor>();
  const server = await buildServer({
    routes: queryRoutes(store, tables),
    authenticate: async (token) => actors.get(token ?? '') ?? null,
    version: '0.0.0',
    log: () => {},
  });
  onTestFinished(() => server.close());

  async function send(actor: Actor, operation: Operation, input: unknown) {
    actors.set(actor.id, actor);
    const { params = {}, body } = (input ?? {}) as { params?: Record<string, string>; body?: object };
    const path = operation.path.replaceAll(/:(\w+)/g, (_, key: string) =>
      encodeURIComponent(params[key] ?? ''),
    );
    const answer = await server.inject({
      method: operation.method,
      url: `/api/v1${path}`,
      headers: { cookie: `cadre-session=${actor.id}` },
      ...(body === undefined ? {} : { payload: body }),
    });
    return { status: answer.statusCode, body: JSON.parse(answer.body) as Record<string, unknown> };
  }

  return {
    store,
    tables,
    async call(actor, operation, input) {
      const { status, body } = await send(actor, operation, input);
      if (status !== 200) throw new Error(`${operation.id}: ${status} ${JSON.stringify(body)}`);
      return body as never;
    },
    async refused(actor, operation, input) {
      const { status, body } = await send(actor, operation, input);
      return { status, ...(body['error'] as Omit<Refusal, 'status'>) };
    },
    async add(sets) {
      const id = newId();
      const rows = Object.entries(sets).map(([code, list]) => [
        code,
        list.map((row) => ({ id: newId(), ...row })),
      ]);
      await applyChange(store, author, [
        editOf(id, 'person', Object.fromEntries(rows) as Record<string, SampleRow[]>),
      ]);
      return id;
    },
  };
}

const author = { actor: actorOf('录入'), origin: 'web', summary: '新增' } as const;

function editOf(
  subject: string,
  kind: 'unit' | 'person',
  sets: Readonly<Record<string, SampleRow[]>>,
): SubjectEdit {
  const wanted = Object.entries(sets).map(([code, rows]) => [
    code,
    { expectedVersion: 0, rows: rows as RecordRow[] },
  ]);
  return { subject, kind, event: 'create', sets: Object.fromEntries(wanted) as SubjectEdit['sets'] };
}
