import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** The policy of a page: our own scripts, styles by a nonce that is fresh for every answer. */
export function pagePolicy(nonce: string): string {
  return ownPolicy(`'self' 'nonce-${nonce}'`);
}

/** The policy of the build's files: a worker does not take it over from its page but from its own script. */
export const filePolicy = ownPolicy("'self'");

function ownPolicy(styles: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src ${styles}`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Nothing that is not our page may run or load anything. */
const closedPolicy = "default-src 'none'; frame-ancestors 'none'";

export async function addSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    frameguard: { action: 'deny' },
    // Whoever puts TLS before the server decides for the whole host; an office often has other services on it.
    strictTransportSecurity: false,
    // With `no-referrer` browsers send `Origin: null`, and the same-origin check could not tell our own page.
    referrerPolicy: { policy: 'same-origin' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', closedPolicy);
  });
}
