import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { z } from 'zod';
import { guard, sessionCookie, type Authenticate } from './guard.ts';
import type { AnyRequest, Route } from './route.ts';
import { sendFile } from './send-file.ts';
import { uploadedFiles } from './uploaded-files.ts';

/** Everything of the API lies below. */
export const apiPrefix = '/api/v1';

/** Makes the routes known to the web framework. */
export function addRoutes(app: FastifyInstance, routes: readonly Route[], authenticate: Authenticate): void {
  for (const route of routes) {
    const { operation } = route;
    app.route({
      method: operation.method,
      url: apiPrefix + operation.path,
      onRequest: guard(operation, authenticate),
      schema: schemaOf(route),
      // A file has its final form, and its length was announced.
      ...(route.kind === 'file' ? { compress: false } : {}),
      handler: (request, reply) => answer(route, request, reply),
    });
  }
}

function schemaOf(route: Route): NonNullable<RouteShorthandOptions['schema']> {
  const { id, summary, permission, params, query } = route.operation;
  return {
    operationId: id,
    summary,
    tags: [route.operation.path.split('/')[1] ?? ''],
    ...(permission === 'public' ? {} : { security: [{ session: [] }] }),
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(route.kind === 'call' && route.operation.body ? { body: route.operation.body } : {}),
    response: { 200: route.kind === 'file' ? fileResponse : route.operation.response },
    ...(route.kind === 'upload' ? { consumes: ['multipart/form-data'] } : {}),
  };
}

const fileResponse = {
  description: '文件',
  content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
};

async function answer(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const known = toolsOf(request, reply);
  if (route.kind === 'call') return route.handle(known);
  if (route.kind === 'file') return sendFile(request, reply, await route.handle(known));
  const files = uploadedFiles(request, route.limits);
  try {
    const answered = await route.handle({ ...known, files });
    for await (const _unread of files) {
      // what the handler left is read away, so that the browser gets to the answer
    }
    return answered;
  } catch (error) {
    // The rest of a refused upload is not worth receiving.
    reply.header('connection', 'close');
    throw error;
  }
}

function toolsOf(request: FastifyRequest, reply: FastifyReply): AnyRequest {
  const cookieKind = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  } as const;
  return {
    actor: request.actor,
    params: request.params,
    query: request.query,
    body: request.body,
    ip: request.ip,
    sessionToken: request.cookies[sessionCookie],
    keepSession: (token, maxAge) => void reply.setCookie(sessionCookie, token, { ...cookieKind, maxAge }),
    forgetSession: () => void reply.clearCookie(sessionCookie, cookieKind),
  };
}
