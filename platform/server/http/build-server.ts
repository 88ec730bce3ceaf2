import type { FastifyInstance } from 'fastify';
import type { Authenticate } from './guard.ts';
import type { RequestLog } from './request-log.ts';
import type { Route } from './route.ts';

export interface ServerOptions {
  readonly routes: readonly Route[];
  readonly authenticate: Authenticate;
  /** The program's version, for the API's description. */
  readonly version: string;
  readonly log: RequestLog;
  /** The folder of the built pages; without one only the API answers. */
  readonly webFolder?: string;
}

export type Server = FastifyInstance;

/** The web server with everything that is the same for all routes, ready to listen. */
export async function buildServer(options: ServerOptions): Promise<Server> {
  // Commands and jobs come through the same door and have no use for the web framework (0.1 s, 15 MB each).
  const { assembleServer } = await import('./assemble-server.ts');
  return assembleServer(options);
}
