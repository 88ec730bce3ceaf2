/** Numbers that look random and are the same for the same seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = mixed(seed) || 1;
  }

  /** At least 0, below 1. */
  share(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return (state >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0, below `end`. */
  below(end: number): number {
    return Math.floor(this.share() * end);
  }

  /** The same with low numbers more frequent, the more so the higher `power` is. */
  skewed(end: number, power: number): number {
    return Math.floor(this.share() ** power * end);
  }

  /** True so often. */
  chance(share: number): boolean {
    return this.share() < share;
  }
}

/** Neighbouring seeds give numbers far apart. */
function mixed(seed: number): number {
  let hash = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b) + 0x9e3779b9;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
