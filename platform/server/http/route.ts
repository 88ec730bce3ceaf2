import type { z } from 'zod';
import { permissions, type Actor, type Operation } from '#platform/model';
import type { FileAnswer } from './send-file.ts';
import type { UploadedFile, UploadLimits } from './uploaded-files.ts';

/** What every handler may use of its request. */
export interface RequestTools {
  /** The caller's network address. */
  readonly ip: string;
  /** The secret of the caller's session, as the browser's cookie has it. */
  readonly sessionToken: string | undefined;
  /** Gives the browser the secret of a new session, in a cookie that no script and no other site can use. */
  readonly keepSession: (token: string, maxAgeSeconds: number) => void;
  /** Makes the browser forget the session. */
  readonly forgetSession: () => void;
}

type Part<Key extends string, Schema extends z.ZodType> =
  unknown extends z.output<Schema> ? object : { readonly [K in Key]: z.output<Schema> };

/** A request after validation: its parts have the contract's types. */
export type RouteRequest<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A> = RequestTools &
  Part<'params', P> &
  Part<'query', Q> &
  Part<'body', B> & { readonly actor: A };

/** A request whose types were erased so that routes can stand in one list; the contract has validated it. */
export type AnyRequest = RequestTools & {
  readonly actor: Actor | null;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
};

export interface CallRoute {
  readonly kind: 'call';
  readonly operation: Operation;
  handle(request: AnyRequest): unknown;
}

/** A download, said like an operation; it answers bytes and not a document. */
export type FileOperation<P extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType> = Pick<
  Operation<P, Q>,
  'id' | 'summary' | 'path' | 'permission' | 'params' | 'query'
>;

export interface FileRoute {
  readonly kind: 'file';
  readonly operation: FileOperation & { readonly method: 'GET' };
  handle(request: AnyRequest): FileAnswer | Promise<FileAnswer>;
}

export interface UploadRoute {
  readonly kind: 'upload';
  readonly operation: Operation;
  readonly limits: UploadLimits;
  handle(request: AnyRequest & { readonly files: AsyncIterable<UploadedFile> }): unknown;
}

/** One route of the API, ready to be listed. */
export type Route = CallRoute | FileRoute | UploadRoute;

type Answer<R extends z.ZodType> = z.output<R> | Promise<z.output<R>>;

/** A route for signed-in users: the caller's permission is checked before anything of the request is read. */
export function defineRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(operation: Operation<P, Q, B, R>, handle: (request: RouteRequest<P, Q, B, Actor>) => Answer<R>): CallRoute {
  requireGuard(operation, false);
  return { kind: 'call', operation, handle: handle as CallRoute['handle'] };
}

/** A route that answers everybody; `actor` is null for callers who have not signed in. */
export function definePublicRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  operation: Operation<P, Q, B, R>,
  handle: (request: RouteRequest<P, Q, B, Actor | null>) => Answer<R>,
): CallRoute {
  requireGuard(operation, true);
  return { kind: 'call', operation, handle: handle as CallRoute['handle'] };
}

/** A download for signed-in users. */
export function defineFileRoute<P extends z.ZodType, Q extends z.ZodType>(
  operation: FileOperation<P, Q>,
  handle: (request: RouteRequest<P, Q, z.ZodType, Actor>) => FileAnswer | Promise<FileAnswer>,
): FileRoute {
  requireGuard(operation, false);
  return { kind: 'file', operation: { ...operation, method: 'GET' }, handle: handle as FileRoute['handle'] };
}

/**
 * A multipart upload for signed-in users. The handler gets the files one after another as they arrive; what it does not
 * read is read away. A file or a count over the limit ends the reading with `too-large`.
 */
export function defineUploadRoute<P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType>(
  operation: Operation<P, Q, z.ZodType, R>,
  limits: UploadLimits,
  handle: (
    request: RouteRequest<P, Q, z.ZodType, Actor> & { readonly files: AsyncIterable<UploadedFile> },
  ) => Answer<R>,
): UploadRoute {
  requireGuard(operation, false);
  return { kind: 'upload', operation, limits, handle: handle as UploadRoute['handle'] };
}

/** Denied by default: a route that does not say who may call it cannot be built. */
function requireGuard({ id, permission }: Pick<Operation, 'id' | 'permission'>, isPublic: boolean): void {
  const known =
    permission === 'signed-in' || (permission !== 'public' && Object.hasOwn(permissions, permission));
  if (isPublic ? permission !== 'public' : !known) {
    throw new Error(`route ${id} has the permission ${permission}, which does not fit the way it is defined`);
  }
}
