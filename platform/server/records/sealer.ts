import { HelperThread } from '../jobs/helper-thread.ts';
import type { PlannedSubject } from './plan-edits.ts';
import type { SealedPayload } from './payload.ts';
import { payloadText, sealSubjects, type WrittenSubject } from './seal-subjects.ts';

type Helper = HelperThread<readonly string[], readonly SealedPayload[]>;

/**
 * Seals one batch of subjects after another beside this thread: to salt, hash and compress what the journal keeps takes
 * as long as working it out. The first batch is sealed here, for many a change has no second one.
 */
export class Sealer {
  #batches = 0;
  #helper: Helper | null = null;

  async seal(planned: readonly PlannedSubject[]): Promise<WrittenSubject[]> {
    this.#batches += 1;
    if (this.#batches === 1) return sealSubjects(planned);
    this.#helper ??= new HelperThread(new URL('./seal-thread.ts', import.meta.url)) as Helper;
    const items = await this.#helper.ask(planned.map(payloadText));
    return planned.map((each, index) => {
      const item = items[index];
      if (!item) throw new Error('every subject has a payload');
      return { ...each, item };
    });
  }

  async end(): Promise<void> {
    await this.#helper?.end();
  }
}
