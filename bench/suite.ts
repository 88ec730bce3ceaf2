/** What a suite is run with. */
export interface SuiteOptions {
  readonly persons: number;
  /** A folder of the suite's own, removed afterwards. */
  readonly folder: string;
  /** Without peers, and without what does not change them: for those who work on what is measured. */
  readonly onlyOurs: boolean;
}

/** One figure that a suite has measured. */
export interface Figure {
  readonly name: string;
  readonly ours: number;
  readonly unit: string;
  /** The same work done by others, in the same unit. */
  readonly peers?: Readonly<Record<string, number>>;
  /** Whether the work that was timed gave the result that it should. */
  readonly agree: boolean;
}

/** A suite: what it is about, the size of the bar, and the measuring. */
export interface Suite {
  readonly about: string;
  readonly persons: number;
  run(options: SuiteOptions): Promise<readonly Figure[]>;
}
