import type { FastifyInstance } from 'fastify';
import type { ServerOptions } from './server-options.ts';

export type Server = FastifyInstance;

/** The web server with everything that is the same for all routes, ready to listen. */
export async function buildServer(options: ServerOptions): Promise<Server> {
  // Commands and jobs come through the same door and have no use for the web framework (0.1 s, 15 MB each).
  const { assembleServer } = await import('./assemble-server.ts');
  return assembleServer(options);
}
