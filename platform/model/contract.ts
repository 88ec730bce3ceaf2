import type { z } from 'zod';
import type { Permission } from './permissions.ts';

/**
 * One operation of the API, said once: it gives validation, types on both sides, the OpenAPI document and the client.
 * `permission` is what the caller must hold; `'public'` and `'signed-in'` are said aloud, nothing is open by omission.
 */
export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `:name` for parameters, below `/api/v1`. */
  readonly path: string;
  readonly permission: Permission | 'public' | 'signed-in';
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response: Response;
}

/** Declares an operation with its exact types. */
export function operation<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
>(declared: Operation<Params, Query, Body, Response>): Operation<Params, Query, Body, Response> {
  return declared;
}

type PartInput<Key extends string, Schema> = Schema extends z.ZodType
  ? unknown extends z.input<Schema>
    ? object
    : { [K in Key]: z.input<Schema> }
  : object;

/** What a caller of the operation gives: `params`, `query` and `body` as far as they are declared. */
export type OperationInput<O> =
  O extends Operation<infer P, infer Q, infer B, z.ZodType>
    ? PartInput<'params', P> & PartInput<'query', Q> & PartInput<'body', B>
    : never;

/** What the operation answers. */
export type OperationOutput<O> =
  O extends Operation<z.ZodType, z.ZodType, z.ZodType, infer R> ? z.output<R> : never;
