import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What is known of a request afterwards. It holds no personal data: neither the address as called nor any content. */
export interface RequestLogEntry {
  /** UTC instant. */
  readonly at: string;
  readonly method: string;
  /** The pattern of the route, for instance `/api/v1/cadres/:id`; empty when none matched. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  /** The answer did not arrive: the caller went away, or a download broke off. */
  readonly cut?: true;
  /** The number that the user was given. */
  readonly incident?: string;
  /** Kind and place of an unforeseen error, without its message, which might quote what somebody entered. */
  readonly error?: string;
}

export type RequestLog = (entry: RequestLogEntry) => void;

interface Failure {
  readonly incident: string;
  readonly error: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    failure: Failure | null;
  }
}

/** Tells the log about every request when its answer has gone out, or could not. */
export function logRequests(app: FastifyInstance, log: RequestLog): void {
  app.decorateRequest('failure', null);
  app.addHook('onRequest', async (request, reply) => {
    const { raw } = reply;
    raw.once('close', () =>
      log({
        at: new Date().toISOString(),
        method: request.method,
        route: request.routeOptions.url ?? '',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ...(raw.writableFinished ? {} : { cut: true }),
        ...request.failure,
      }),
    );
  });
}

/** Notes an error that nobody foresaw for the log and returns the number under which it can be found there. */
export function noteFailure(request: FastifyRequest, thrown: unknown): string {
  const incident = randomUUID().slice(0, 8);
  request.failure = { incident, error: errorPlace(thrown) };
  return incident;
}

/** Kind and place of an error. */
export function errorPlace(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? ` ${thrown.code}` : '';
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^ {4}at .+:\d+:\d+\)?$/.test(line));
  return [`${thrown.name}${code}`, ...frames.slice(0, 8)].join('\n');
}
