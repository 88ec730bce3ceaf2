/** The little of the host that the engine uses; Node and every browser have it. */
export interface HostMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

interface HostWebAssembly {
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: { env: { memory: HostMemory } },
  ) => { readonly exports: object };
  readonly Memory: new (limits: { initial: number; maximum: number }) => HostMemory;
}

const host: Readonly<Record<string, unknown>> = globalThis;

/** Undefined where the host forbids it. */
export const webAssembly = host['WebAssembly'] as HostWebAssembly | undefined;

interface HostText {
  readonly TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };
  readonly TextDecoder: new (
    label: 'utf-8',
    options: { fatal: true },
  ) => { decode(bytes: Uint8Array): string };
}

const text = globalThis as unknown as HostText;

export function encodeUtf8(value: string): Uint8Array<ArrayBuffer> {
  return new text.TextEncoder().encode(value);
}

/** Throws for bytes that are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string {
  return new text.TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
