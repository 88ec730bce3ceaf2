import type { FastifyInstance } from 'fastify';

/** What is known of a request afterwards. It holds no personal data: neither the address as called nor any content. */
export interface RequestLogEntry {
  /** UTC instant. */
  readonly at: string;
  readonly method: string;
  /** The pattern of the route, for instance `/api/v1/cadres/:id`; empty when none matched. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  /** The number that the user was given. */
  readonly incident?: string;
  /** Kind and place of an unforeseen error, without its message, which might quote what somebody entered. */
  readonly error?: string;
}

export type RequestLog = (entry: RequestLogEntry) => void;

declare module 'fastify' {
  interface FastifyRequest {
    failure: { readonly incident: string; readonly error: string } | null;
  }
}

/** Tells the log about every request when it has been answered. */
export function logRequests(app: FastifyInstance, log: RequestLog): void {
  app.decorateRequest('failure', null);
  app.addHook('onResponse', async (request, reply) => {
    log({
      at: new Date().toISOString(),
      method: request.method,
      route: request.routeOptions.url ?? '',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...request.failure,
    });
  });
}

/** Kind and place of an error. */
export function errorPlace(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? ` ${thrown.code}` : '';
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^ {4}at .+:\d+:\d+\)?$/.test(line));
  return [`${thrown.name}${code}`, ...frames.slice(0, 8)].join('\n');
}
