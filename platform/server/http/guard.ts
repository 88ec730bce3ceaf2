import type { FastifyReply, FastifyRequest } from 'fastify';
import { can, errors, type Actor, type Operation } from '#platform/model';

/** The name of the cookie that carries a session's secret. */
export const sessionCookie = 'cadre-session';

/** Finds out who is calling, from the session's secret; null when nobody is signed in. */
export type Authenticate = (sessionToken: string | undefined) => Promise<Actor | null>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard of the route. */
    actor: Actor | null;
  }
}

/** A hook that lets only those through who may call the operation, before the body is read. */
export function guard(operation: Pick<Operation, 'permission'>, authenticate: Authenticate) {
  return async (request: FastifyRequest, _reply: FastifyReply): Promise<void> => {
    const { permission } = operation;
    const actor = await authenticate(request.cookies[sessionCookie]);
    request.actor = actor;
    if (permission === 'public') return;
    if (!actor) throw errors.signInNeeded();
    if (permission !== 'signed-in' && !can(actor, permission)) throw errors.forbidden(permission);
  };
}
