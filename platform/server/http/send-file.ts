import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contentDisposition } from './content-disposition.ts';
import { noteFailure } from './request-log.ts';

/** A file as a handler answers it. */
export interface FileAnswer {
  readonly data: Uint8Array | Readable;
  readonly mediaType: string;
  /** The name under which the browser saves it; without one it is shown in place. */
  readonly fileName?: string;
  /** Bytes; needed for a stream so that the browser can show progress. */
  readonly size?: number;
  /** Names the content, for instance its hash; a browser that has it is told so. */
  readonly etag?: string;
  /** The content of this address never changes. Only the signed-in user's own browser keeps it. */
  readonly immutable?: boolean;
}

/** Sends a file with the headers that it needs. */
export function sendFile(request: FastifyRequest, reply: FastifyReply, answer: FileAnswer): FastifyReply {
  reply.header('cache-control', cacheControl(answer));
  if (answer.etag !== undefined) {
    const etag = `"${answer.etag}"`;
    reply.header('etag', etag);
    if (knows(request.headers['if-none-match'], etag)) {
      if (answer.data instanceof Readable) answer.data.destroy();
      return reply.code(304).send();
    }
  }
  if (answer.fileName !== undefined) reply.header('content-disposition', contentDisposition(answer.fileName));
  if (answer.data instanceof Readable) answer.data.once('error', (error) => noteFailure(request, error));
  const size = answer.data instanceof Readable ? answer.size : answer.data.length;
  if (size !== undefined) reply.header('content-length', size);
  return reply.type(answer.mediaType).send(answer.data);
}

function cacheControl({ immutable, etag }: FileAnswer): string {
  if (immutable) return 'private, max-age=31536000, immutable';
  return etag === undefined ? 'no-store' : 'private, no-cache';
}

function knows(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
