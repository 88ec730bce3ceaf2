import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors } from '#platform/model';
import { filePolicy, pagePolicy } from './security-headers.ts';

const noncePlace = '__CSP_NONCE__';

/**
 * Serves the built pages. Files with a hash in their name are kept by the browser for ever, all others are asked for
 * again; addresses of pages inside the application get `index.html`, with a fresh nonce each time.
 */
export async function serveWebFiles(app: FastifyInstance, webFolder: string): Promise<void> {
  const page = readFileSync(join(webFolder, 'index.html'), 'utf8');
  const sendPage = (_request: FastifyRequest, reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', pagePolicy(nonce))
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(noncePlace, nonce));
  };
  for (const url of ['/', '/index.html']) app.get(url, { schema: { hide: true } }, sendPage);
  await app.register(staticFiles, {
    root: webFolder,
    index: false,
    dotfiles: 'ignore',
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.slice(webFolder.length).replaceAll('\\', '/').startsWith('/assets/');
      reply.header('content-security-policy', filePolicy);
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler(async (request, reply) => {
    if (isPageAddress(request)) return sendPage(request, reply);
    throw errors.notFound('这个地址');
  });
}

/** Is a browser navigating to a page of the application, not asking for a file or the API? */
function isPageAddress(request: FastifyRequest): boolean {
  const path = request.url.split('?', 1)[0] ?? '';
  return (
    request.method === 'GET' &&
    path !== '/api' &&
    !path.startsWith('/api/') &&
    (request.headers.accept ?? '').includes('text/html')
  );
}
