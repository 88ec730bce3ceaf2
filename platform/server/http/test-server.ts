import { onTestFinished } from 'vitest';
import type { Actor, Permission } from '#platform/model';
import { buildServer, type Server } from './build-server.ts';
import type { RequestLogEntry } from './request-log.ts';
import type { Route } from './route.ts';

function actor(...permissions: Permission[]): Actor {
  return { id: 'a-1', name: '张三', permissions: new Set(permissions), scope: { kind: 'everything' } };
}

/** Who the sessions of the tests belong to. */
const sessions: Readonly<Record<string, Actor>> = {
  clerk: actor('cadre:read', 'cadre:edit', 'form:import', 'form:export'),
  reader: actor('cadre:read'),
};

export const clerk = { cookie: 'cadre-session=clerk' };
export const reader = { cookie: 'cadre-session=reader' };

/** A server with the given routes and what it logged; closed when the test ends. */
export async function testServer(
  routes: readonly Route[],
  webFolder?: string,
): Promise<{ server: Server; log: RequestLogEntry[] }> {
  const log: RequestLogEntry[] = [];
  const server = await buildServer({
    routes,
    authenticate: async (token) => sessions[token ?? ''] ?? null,
    version: '0.0.0',
    log: (entry) => void log.push(entry),
    ...(webFolder === undefined ? {} : { webFolder }),
  });
  onTestFinished(() => server.close());
  return { server, log };
}
