/** The few globals of the host that pure code uses; both Node and browsers have them. */
interface HostGlobals {
  readonly crypto: { getRandomValues(target: Uint8Array): Uint8Array };
  readonly Intl: typeof Intl;
}

// The pure type check knows neither DOM nor Node, so the shape is declared here.
export const host = globalThis as unknown as HostGlobals;
