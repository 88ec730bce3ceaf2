import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { errors } from '#platform/model';
import { addRoutes } from './add-routes.ts';
import { bodyLimit, foreseenError, unforeseenError } from './answer-error.ts';
import type { ServerOptions } from './server-options.ts';
import { describeApi, openApiRoute } from './openapi.ts';
import { logRequests, noteFailure } from './request-log.ts';
import { requireSameOrigin } from './same-origin.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { useChineseMessages } from './validation-messages.ts';
import { serveWebFiles } from './web-files.ts';

/** The web server with everything that is the same for all routes, ready to listen. */
export async function assembleServer(options: ServerOptions): Promise<FastifyInstance> {
  useChineseMessages();
  // A proxy on the same machine may speak for its callers; nobody else's word is taken for an address.
  const app = Fastify({ bodyLimit, trustProxy: 'loopback', exposeHeadRoutes: false });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  app.decorateRequest('actor', null);
  logRequests(app, options.log);
  app.setErrorHandler(async (thrown, request, reply) => {
    const error = foreseenError(thrown) ?? unforeseenError(noteFailure(request, thrown));
    const { retryAfterSeconds } = error.details;
    if (typeof retryAfterSeconds === 'number') reply.header('retry-after', retryAfterSeconds);
    const { code, message, details } = error;
    // The contract describes the good answer; an error has its own shape.
    return reply
      .code(error.status)
      .type('application/json; charset=utf-8')
      .serializer(JSON.stringify)
      .send({ error: { code, message, details } });
  });
  endConnectionsOnClose(app);
  await addSecurityHeaders(app);
  await app.register(cookie);
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    requireSameOrigin(request);
  });
  await app.register(multipart, { preservePath: true });
  await app.register(compress, { threshold: 1024 });
  await describeApi(app, options.version);
  addRoutes(app, [...options.routes, openApiRoute(app)], options.authenticate);
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }));
  if (options.webFolder === undefined) {
    app.setNotFoundHandler(async () => {
      throw errors.notFound('这个地址');
    });
  } else {
    await serveWebFiles(app, options.webFolder);
  }
  await app.ready();
  return app;
}

/** A connection that is answering when the server closes would stay open for the browser's next request. */
function endConnectionsOnClose(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}
