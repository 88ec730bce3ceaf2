/** Codes of what cannot be written or filled; docs/errors.md lists them. */
export type RenderProblemCode =
  | 'table-shape'
  | 'table-too-large'
  | 'cell-too-long'
  | 'cell-number'
  | 'sheet-name'
  | 'template-file'
  | 'template-too-large'
  | 'template-content';

/** A refusal: the values or the template do not make a file. The message says in Chinese what to do. */
export class RenderProblem extends Error {
  readonly code: RenderProblemCode;
  /** Every single fault with its place, where there are several. */
  readonly faults: readonly string[];

  constructor(code: RenderProblemCode, message: string, faults: readonly string[] = []) {
    super(message);
    this.name = 'RenderProblem';
    this.code = code;
    this.faults = faults;
  }
}
