import type { FastifyRequest } from 'fastify';
import { CadreError } from '#platform/model';

/**
 * Refuses a change that another site's page started in the user's browser. Browsers say where a request comes from by
 * `Sec-Fetch-Site`, or over plain HTTP by `Origin`; a program that sends neither carries no user's cookie unknowingly.
 */
export function requireSameOrigin(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const ours =
    site !== undefined
      ? site === 'same-origin' || site === 'none'
      : origin === undefined || hostOf(origin) === request.host.toLowerCase();
  if (!ours)
    throw new CadreError('foreign-origin', 403, '这个请求来自其他网站，已被拒绝。请从本系统的页面操作。');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
