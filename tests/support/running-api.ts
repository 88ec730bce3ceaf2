import { apiPrefix, buildServer, type Store } from '#platform/server';
import { addDemoAccounts, authenticate } from '#modules/identity/server';
import type { RoleName } from '#modules/identity';
import { createModules } from '../../server/modules.ts';
import { taskRunner } from '../../server/run-task.ts';

/** What came back from a call. */
export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** The API of a store with all modules, called as one of the four roles. */
export interface RunningApi {
  as(role: RoleName): Caller;
  close(): Promise<void>;
}

export type Caller = <Body = Record<string, unknown>>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
) => Promise<Answer<Body>>;

export async function runApi(store: Store, folder: string): Promise<RunningApi> {
  const modules = createModules(store, taskRunner(folder), folder, () => {});
  await modules.recover();
  const server = await buildServer({
    routes: modules.routes,
    authenticate: authenticate(store.db),
    version: '0.0.0',
    log: () => {},
  });
  const cookies = new Map<RoleName, string>();
  for (const { name, role, password } of await addDemoAccounts(store.db)) {
    const answer = await server.inject({
      method: 'POST',
      url: `${apiPrefix}/session`,
      payload: { name, password },
    });
    cookies.set(role, String(answer.headers['set-cookie']).split(';', 1)[0] ?? '');
  }
  return {
    as: (role) => async (method, path, body) => {
      const answer = await server.inject({
        method,
        url: apiPrefix + path,
        headers: { cookie: cookies.get(role) },
        ...(body === undefined ? {} : { payload: body }),
      });
      const isJson = String(answer.headers['content-type']).startsWith('application/json');
      return {
        status: answer.statusCode,
        body: isJson ? answer.json() : ({} as never),
      };
    },
    async close() {
      await server.close();
      await store.db.destroy();
    },
  };
}
