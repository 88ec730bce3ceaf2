import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { CadreError, errors } from '#platform/model';

/** How much one request may upload. */
export interface UploadLimits {
  /** Bytes of one file. */
  readonly fileSize: number;
  /** Files of one request. */
  readonly files: number;
}

/** One file of an upload. Its stream fails with `too-large` when the file exceeds the limit. */
export interface UploadedFile {
  readonly fieldName: string;
  /** As the browser names it, with the folders of a folder upload (`三科/张三.lrmx`); never absolute, no `..`. */
  readonly fileName: string;
  readonly stream: Readable;
}

type Multipart = Awaited<ReturnType<FastifyRequest['file']>> & object;

/** The files of a multipart request, one after another; each is read to its end before the next one comes. */
export async function* uploadedFiles(
  request: FastifyRequest,
  limits: UploadLimits,
): AsyncGenerator<UploadedFile> {
  const parts = request.files({
    limits: { fileSize: limits.fileSize, files: limits.files, fields: 20, fieldSize: 10_000 },
    throwFileSizeLimit: false,
  });
  try {
    for await (const part of parts) {
      yield {
        fieldName: part.fieldname,
        fileName: safeFileName(part.filename),
        stream: guarded(part, limits),
      };
      // A part that nobody reads would hold up everything behind it.
      part.file.resume();
    }
  } catch (error) {
    throw limitError(error, limits);
  }
}

/** The part's bytes, with an error at the end of a truncated file, which would otherwise pass for a whole one. */
function guarded({ file }: Multipart, limits: UploadLimits): Readable {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield* file.iterator({ destroyOnReturn: false });
    if (file.truncated) throw errors.tooLarge(`每个文件 ${sizeText(limits.fileSize)}`);
  }
  return Readable.from(chunks(), { objectMode: false });
}

function limitError(error: unknown, limits: UploadLimits): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT')
    return errors.tooLarge(`每次 ${limits.files} 个文件`);
  if (code === 'FST_FIELDS_LIMIT') return new CadreError('bad-request', 400, '上传的内容里有多余的字段。');
  return error;
}

export function sizeText(bytes: number): string {
  return bytes >= 1 << 20 ? `${Math.floor(bytes / (1 << 20))} MB` : `${Math.ceil(bytes / 1024)} KB`;
}

function safeFileName(name: string): string {
  const steps = name.split(/[/\\]/).filter((step) => step !== '' && step !== '.' && step !== '..');
  return steps.join('/');
}
