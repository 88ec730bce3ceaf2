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
