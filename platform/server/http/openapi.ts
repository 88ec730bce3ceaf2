import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { sessionCookie } from './guard.ts';
import { defineFileRoute, type Route } from './route.ts';

/** Prepares the API's description (OpenAPI 3.1), which is derived from the contracts. Call it before the routes. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '干部管理系统', version, description: '接口说明由各项操作的约定生成。' },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookie } } },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
}

/** The route that answers the description, for everybody who is signed in. */
export function openApiRoute(app: FastifyInstance): Route {
  let text: Uint8Array | undefined;
  return defineFileRoute(
    { id: 'readOpenApi', summary: '接口说明（OpenAPI 3.1）', path: '/openapi.json', permission: 'signed-in' },
    () => {
      text ??= Buffer.from(JSON.stringify(app.swagger()));
      return { data: text, mediaType: 'application/json; charset=utf-8' };
    },
  );
}
