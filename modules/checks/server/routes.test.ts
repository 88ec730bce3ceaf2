import { expect, it, onTestFinished } from 'vitest';
import { buildServer } from '#platform/server';
import { defaultSettings } from '#modules/checks';
import { actorOf, openQueryOffice } from '../../query/server/test-office.ts';
import { CheckBoard } from './check-board.ts';
import { checksRoutes } from './routes.ts';

it('the rules of all are not set by somebody of one unit', async () => {
  const { store, tables } = await openQueryOffice(1);
  const small = actorOf('小范围', [], { kind: 'units', units: [] });
  const server = await buildServer({
    routes: checksRoutes(store, tables, new CheckBoard(store, null)),
    authenticate: async (token) => (token === 'small' ? small : token === 'all' ? actorOf('干部科') : null),
    version: '0.0.0',
    log: () => {},
  });
  onTestFinished(() => server.close());
  const save = async (session: string, method: 'PUT' | 'DELETE') => {
    const payload = method === 'PUT' ? { payload: { settings: defaultSettings, version: 0 } } : {};
    const headers = { cookie: `cadre-session=${session}` };
    const answer = await server.inject({ method, url: '/api/v1/checks/settings', headers, ...payload });
    return answer.statusCode;
  };
  expect([await save('small', 'PUT'), await save('small', 'DELETE')]).toEqual([400, 400]);
  expect([await save('all', 'PUT'), await save('all', 'DELETE')]).toEqual([200, 200]);
});
