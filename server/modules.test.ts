import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/model';
import { apiPrefix, buildServer, type Route, type Server, type Store } from '#platform/server';
import { addDemoAccounts, authenticate } from '#modules/identity/server';
import { roles, type RoleName } from '#modules/identity';
import { createModules } from './modules.ts';
import { openStore } from './open-store.ts';
import { taskRunner } from './run-task.ts';

let folder: string;
let store: Store;
let server: Server;
let routes: readonly Route[];
const cookies = new Map<RoleName, string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cadre-routes-'));
  store = await openStore(folder);
  routes = createModules(store, taskRunner(folder), folder, () => {}).routes;
  server = await buildServer({
    routes,
    authenticate: authenticate(store.db),
    version: '0.0.0',
    log: () => {},
  });
  for (const { name, role, password } of await addDemoAccounts(store.db)) {
    const answer = await server.inject({
      method: 'POST',
      url: `${apiPrefix}/session`,
      payload: { name, password },
    });
    cookies.set(role, String(answer.headers['set-cookie']).split(';', 1)[0] ?? '');
  }
});

afterAll(async () => {
  await server.close();
  await store.db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

/** Calls a route with made-up parameters and no body. */
async function call({ operation }: Route, cookie?: string): Promise<number> {
  const answer = await server.inject({
    method: operation.method,
    url: apiPrefix + operation.path.replaceAll(/:\w+/g, newId()),
    headers: cookie === undefined ? {} : { cookie },
  });
  return answer.statusCode;
}

const isPublic = ({ operation }: Route) => operation.permission === 'public';
const nameOf = ({ operation }: Route) => `${operation.method} ${operation.path}`;

describe('the routes of all modules', () => {
  it('are there, each with its own name and address and a Chinese summary', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(new Set(routes.map(({ operation }) => operation.id)).size).toBe(routes.length);
    expect(new Set(routes.map(nameOf)).size).toBe(routes.length);
    expect(routes.filter(({ operation }) => !/\p{Script=Han}/u.test(operation.summary))).toEqual([]);
  });

  it('are open to nobody who is not signed in, but for signing in', async () => {
    expect(routes.filter(isPublic).map(nameOf)).toEqual([
      'GET /session',
      'POST /session',
      'POST /session/first',
    ]);
    const open: string[] = [];
    for (const route of routes.filter((each) => !isPublic(each))) {
      for (const cookie of [undefined, 'cadre-session=made-up']) {
        if ((await call(route, cookie)) !== 401) open.push(nameOf(route));
      }
    }
    expect(open).toEqual([]);
  });

  it('are closed to every role that lacks the permission, and to no other', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      const { permission, id } = route.operation;
      if (permission === 'public' || permission === 'signed-in') continue;
      for (const [role, cookie] of cookies) {
        const isClosed = (await call(route, cookie)) === 403;
        if (isClosed === roles[role].permissions.includes(permission)) wrong.push(`${role} ${id}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('need a permission wherever they change something', () => {
    const careless = routes.filter(
      ({ operation }) => operation.method !== 'GET' && operation.permission === 'signed-in',
    );
    expect(careless.map(nameOf)).toEqual(['DELETE /session', 'PUT /session/password']);
  });

  it('never have a name or an ID number in their address', () => {
    const parameters = routes.flatMap(({ operation }) => operation.path.match(/:\w+/g) ?? []);
    expect([...new Set(parameters)].filter((name) => /name|number|national/i.test(name))).toEqual([]);
  });
});

/** Rows of records and the registry itself: what they hold is declared by the registry and not by a contract. */
const saidByTheRegistry =
  /\/rows?(\/items)?\/additionalProperties$|\/registry\/get\/.*\/sets\/items$|\/code-tables\/.*\/data$|\/record-schemas\/.*\/additionalProperties$/;

/** Where in a document a schema says nothing; the library writes such a one for what it cannot describe. */
function emptySchemas(node: unknown, place: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  // A value that stands for what was not said is no schema; a field may be called `default` too.
  const isProperties = place.endsWith('/properties');
  const entries = Object.entries(node).filter(([key]) => isProperties || key !== 'default');
  const mayBeEmpty = /\/(properties|schemas)$/.test(place) || Array.isArray(node);
  if (Object.keys(node).length === 0 && !mayBeEmpty) return [place];
  return entries.flatMap(([key, value]) => emptySchemas(value, `${place}/${key}`));
}

describe('the description of the API', () => {
  interface OpenApi {
    readonly openapi: string;
    readonly paths: Record<
      string,
      Record<
        string,
        {
          operationId?: string;
          responses?: Record<string, { content?: Record<string, { schema?: object }> }>;
        }
      >
    >;
    readonly components: { readonly schemas?: Record<string, object> };
  }

  it('is for signed-in users and describes every route with an answer that says something', async () => {
    expect((await server.inject(`${apiPrefix}/openapi.json`)).statusCode).toBe(401);
    const answer = await server.inject({
      url: `${apiPrefix}/openapi.json`,
      headers: { cookie: cookies.get('reader') },
    });
    const document = answer.json<OpenApi>();
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    const described = operations.map(({ operationId }) => operationId);
    expect(described).toEqual(expect.arrayContaining(routes.map(({ operation }) => operation.id)));
    const silent = operations.filter(({ responses }) => {
      const [content] = Object.values(responses?.['200']?.content ?? {});
      return Object.keys(content?.schema ?? {}).length === 0;
    });
    expect(silent.map(({ operationId }) => operationId)).toEqual([]);
    const unsaid = [...emptySchemas(document.paths, ''), ...emptySchemas(document.components, '')];
    expect(unsaid.filter((place) => !saidByTheRegistry.test(place))).toEqual([]);
  });
});
