import type { UnitOrder } from '../table/dataset.ts';
import type { SetSchema } from '../table/schema.ts';
import type { Field } from './fields.ts';
import { limits } from './limits.ts';
import type { Question, QuestionProblem } from './question.ts';

/** What a question may speak of. */
export interface CheckContext {
  /** A column or fact; undefined when there is none or when it is hidden. */
  field(name: string): Field | undefined;
  set(name: string): SetSchema | undefined;
  readonly units: UnitOrder;
  /** The question behind a saved id. */
  saved(id: string): Question | undefined;
}

/** Collects what is wrong, up to a limit. */
export class Problems {
  readonly found: QuestionProblem[] = [];
  /** Inside of a saved question problems are told at the place where it is referred to. */
  #outside: { readonly path: string; readonly words: string } | undefined;

  get full(): boolean {
    return this.found.length >= limits.problems;
  }

  add(path: string, reason: string): void {
    if (this.full) return;
    const outside = this.#outside;
    this.found.push(
      outside ? { path: outside.path, reason: `${outside.words}（${path}）：${reason}` } : { path, reason },
    );
  }

  /** Problems found by `work` are told at `path`; of references within references the outermost counts. */
  within(path: string, words: string, work: () => void): void {
    const before = this.#outside;
    this.#outside ??= { path, words };
    work();
    this.#outside = before;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
