import { CadreError, type Operation, type OperationInput, type OperationOutput } from '#platform/model';

/** Told to the window when the server says that nobody is signed in (any more); the root shows the sign-in page. */
export const signInNeededEvent = 'cadre-sign-in-needed';

/** Where the API lives, below the origin. */
export const apiRoot = '/api/v1';

interface RequestParts {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  readonly body?: unknown;
}

/**
 * Calls an operation of the API. Rejects with a `CadreError` whose message can be shown as it is; `network` when the
 * server did not answer at all.
 */
export async function call<O extends Operation>(
  operation: O,
  input: OperationInput<O>,
  signal?: AbortSignal,
): Promise<OperationOutput<O>> {
  const { params, query, body } = input as object as RequestParts;
  const answer = await send(apiRoot + pathOf(operation, params) + queryOf(query), {
    method: operation.method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    ...(signal ? { signal } : {}),
  });
  // The contract is the server's promise; it checks what it sends.
  return answer as OperationOutput<O>;
}

/** Uploads a form with files to a path below `/api/v1` and answers what the server said. */
export async function upload(path: string, form: FormData, signal?: AbortSignal): Promise<unknown> {
  return send(apiRoot + path, { method: 'POST', body: form, ...(signal ? { signal } : {}) });
}

/** Fetches a file below `/api/v1` and hands it to the browser to save; a refusal rejects like any call. */
export async function download(path: string): Promise<void> {
  const answer = await reach(apiRoot + path, {});
  if (!answer.ok) readAnswer(answer.status, await answer.text());
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = fileNameOf(answer.headers.get('content-disposition') ?? '');
  link.click();
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The name that the server gave the file: the UTF-8 form where there is one. */
function fileNameOf(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="([^"]*)"/i.exec(disposition)?.[1] ?? '';
}

async function send(url: string, init: RequestInit): Promise<unknown> {
  const answer = await reach(url, init);
  return readAnswer(answer.status, await answer.text());
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'same-origin', ...init });
  } catch (problem) {
    if (problem instanceof DOMException && problem.name === 'AbortError') throw problem;
    throw unreachable();
  }
}

/** The error of a request that got no answer. */
export function unreachable(): CadreError {
  return new CadreError('network', 0, '无法连接服务器，请检查网络后重试。');
}

/** The content of an answer of the API; throws what the server refused, as a `CadreError`. */
export function readAnswer(status: number, text: string): unknown {
  const said = parsed(text);
  if (status >= 200 && status < 300) return said;
  const { code, message, details } = plainObject(plainObject(said)['error']);
  if (code === 'sign-in-needed') window.dispatchEvent(new Event(signInNeededEvent));
  throw new CadreError(
    typeof code === 'string' ? code : `http-${status}`,
    status,
    typeof message === 'string' ? message : `服务器未能完成操作（${status}），请稍后重试。`,
    plainObject(details),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page or nothing at all: the status says what is to be said.
    return null;
  }
}

function plainObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function pathOf(operation: Operation, params: RequestParts['params']): string {
  return operation.path.replace(/:(\w+)/g, (_whole, name: string) =>
    encodeURIComponent(String(params?.[name] ?? '')),
  );
}

function queryOf(query: RequestParts['query']): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null);
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()}`;
}
