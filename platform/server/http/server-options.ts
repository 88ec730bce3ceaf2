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
