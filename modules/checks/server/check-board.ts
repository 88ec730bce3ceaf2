import { availableParallelism } from 'node:os';
import { journalPosition, readSetting, today, type Store, type TaskRunner } from '#platform/server';
import { settingOf, recordRules, type RuleSettings } from '#modules/checks';
import { checkPart, checkThese, readBasis, type CheckBasis, type FaultCounts } from './check-people.ts';
import { readTouched } from './read-touched.ts';
import { splitPeople } from './split-people.ts';
import { checkSettings } from './stored-settings.ts';

/** Who breaks which rules about records, as of one place of the journal. */
export interface BoardState {
  /** The ids of the rules that a person breaks, a rule as often as it is broken. */
  readonly byPerson: ReadonlyMap<string, readonly string[]>;
  readonly basis: CheckBasis;
}

/** From so many people on they are checked in processes beside the server. */
const many = 3_000;

/**
 * The results of the rules about records. They follow from the records and are kept in memory: made when first asked for,
 * remade when the rules or the day change, and brought up to date for the people whom a change touches.
 */
export class CheckBoard {
  readonly #store: Store;
  readonly #runTask: TaskRunner | null;
  #byPerson = new Map<string, readonly string[]>();
  #basis: CheckBasis | null = null;
  /** What the results were made by: rules and day. */
  #madeBy = '';
  #position = 0;
  /** Work on the results, one after another. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(store: Store, runTask: TaskRunner | null) {
    this.#store = store;
    this.#runTask = runTask;
  }

  /** The results as of now. */
  async current(): Promise<BoardState> {
    const done = this.#turn.then(() => this.#follow());
    this.#turn = done.catch(() => {});
    return done;
  }

  /** Makes everything anew when next asked: what does not count any more has changed. */
  forget(): void {
    this.#madeBy = '';
  }

  async #follow(): Promise<BoardState> {
    const { content: settings } = await readSetting(this.#store.db, checkSettings);
    const day = today();
    const madeBy = `${day} ${JSON.stringify(ruleParts(settings))}`;
    const position = await journalPosition(this.#store.db);
    if (madeBy !== this.#madeBy || this.#basis === null) {
      this.#basis = await readBasis(this.#store, settings, day);
      this.#byPerson = await this.#checkAll(this.#basis);
      this.#madeBy = madeBy;
    } else if (position !== this.#position) {
      const touched = await readTouched(this.#store, this.#position, position);
      if (touched.units) this.#basis = await readBasis(this.#store, settings, day);
      else this.#basis = { ...this.#basis, settings };
      for (const id of touched.gone) this.#byPerson.delete(id);
      await this.#checkAgain(this.#basis, touched.people);
    }
    this.#position = position;
    return { byPerson: this.#byPerson, basis: this.#basis };
  }

  async #checkAll(basis: CheckBasis): Promise<Map<string, readonly string[]>> {
    const parts = await splitPeople(
      this.#store,
      this.#runTask ? Math.max(2, availableParallelism()) : 1,
      many,
    );
    const all = new Map<string, readonly string[]>();
    const add = ({ people }: FaultCounts): void => {
      for (const [id, rules] of people) all.set(id, rules);
    };
    if (parts.length === 1 || this.#runTask === null) {
      for await (const found of checkPart(this.#store, basis, { from: null, to: null })) {
        add(found);
        await new Promise((resolve) => setImmediate(resolve));
      }
      return all;
    }
    const { settings, world } = basis;
    const run = this.#runTask;
    const found = await Promise.all(
      parts.map((part) => run<FaultCounts>('check-people', { ...part, settings, day: world.today }, {})),
    );
    for (const each of found) add(each);
    return all;
  }

  async #checkAgain(basis: CheckBasis, ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += 200) {
      const some = ids.slice(start, start + 200);
      const { people } = await checkThese(this.#store, basis, some);
      for (const id of some) this.#byPerson.delete(id);
      for (const [id, rules] of people) this.#byPerson.set(id, rules);
    }
  }
}

/** What of the settings decides who breaks a rule about records; levels and words do not. */
function ruleParts(settings: RuleSettings) {
  return recordRules.map((rule) => {
    const { enabled, effectiveFrom, parameter } = settingOf(rule, settings);
    return [rule.id, enabled, effectiveFrom, parameter];
  });
}
