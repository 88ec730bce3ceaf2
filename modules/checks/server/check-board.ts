import { availableParallelism } from 'node:os';
import { journalPosition, readSetting, today, type Store, type TaskRunner } from '#platform/server';
import { readUnitTree } from '#modules/organization/server';
import { settingOf, recordRules, type RuleSettings } from '#modules/checks';
import { checkPart, checkThese, readBasis, type CheckBasis, type FaultCounts } from './check-people.ts';
import { readDismissedOf } from './dismissals.ts';
import { readTouched } from './read-touched.ts';
import { splitPeople } from './split-people.ts';
import { checkSettings } from './stored-settings.ts';

/** Who breaks which rules about records, as of one place of the journal. */
export interface BoardState {
  /** The ids of the rules that a person breaks, a rule as often as it is broken. */
  readonly byPerson: ReadonlyMap<string, readonly string[]>;
  readonly basis: CheckBasis;
  /** Another one when the results, or what does not count any more, are not the same. */
  readonly version: number;
}

/** How far the work that makes all results is. */
export interface BoardProgress {
  readonly done: number;
  readonly total: number;
  /** ISO instant */
  readonly startedAt: string;
}

/** From so many people on they are checked in processes beside the server; starting those takes as long as some thousands. */
const many = 12_000;

/** Changed people who are checked at once. */
const piece = 200;

/**
 * The results of the rules about records. They follow from the records and are kept in memory: made when first asked for,
 * remade when the rules or the day change, and brought up to date for the people whom a change touches.
 */
export class CheckBoard {
  readonly #store: Store;
  readonly #runTask: TaskRunner | null;
  readonly #day: string | null;
  #byPerson = new Map<string, readonly string[]>();
  #basis: CheckBasis | null = null;
  /** What the basis was read for: rules, day, units. */
  #basisBy = '';
  /** What the results were made by: rules and day. */
  #madeBy = '';
  #position = 0;
  #version = 0;
  #progress: BoardProgress | null = null;
  /** Work on the results, one after another. */
  #turn: Promise<unknown> = Promise.resolve();
  /** Work on the basis, one after another: what was read before a decision must not replace what was read after it. */
  #basisTurn: Promise<unknown> = Promise.resolve();

  /** With a day the records as they stand are checked as on that day, without one as on the day that it is. */
  constructor(store: Store, runTask: TaskRunner | null, day: string | null = null) {
    this.#store = store;
    this.#runTask = runTask;
    this.#day = day;
  }

  /** How far the results are that are being made for everybody; null when nobody waits for that. */
  get progress(): BoardProgress | null {
    return this.#progress;
  }

  /** The results as of now. */
  current(): Promise<BoardState> {
    return this.#inTurn(() => this.#follow());
  }

  /** What somebody is checked against, without waiting for the results of all others. */
  basis(): Promise<CheckBasis> {
    const done = this.#basisTurn.then(() => this.#readBasis());
    this.#basisTurn = done.catch(() => {});
    return done;
  }

  /** Somebody has decided about faults of a person: what does not count is read again, and the person checked. */
  async decided(person: string): Promise<void> {
    const known = this.#basisTurn.then(() => this.#readDecisions(person));
    this.#basisTurn = known.catch(() => {});
    await known;
    return this.#inTurn(async () => {
      if (this.#basis !== null && this.#madeBy !== '') await this.#checkAgain(this.#basis, [person]);
      this.#version += 1;
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  async #readDecisions(person: string): Promise<void> {
    // Where nothing has been read yet, the first reading finds them.
    if (this.#basis === null) return;
    const own = await readDismissedOf(this.#store, person);
    this.#basis = { ...this.#basis, dismissed: new Map(this.#basis.dismissed).set(person, own) };
  }

  async #readBasis(): Promise<CheckBasis> {
    const { content: settings } = await readSetting(this.#store.db, checkSettings);
    const { version } = await readUnitTree(this.#store);
    const day = this.#day ?? today();
    const by = `${day} ${version}`;
    if (this.#basis === null || by !== this.#basisBy) {
      this.#basis = await readBasis(this.#store, settings, day);
      this.#basisBy = by;
    } else if (this.#basis.settings !== settings) this.#basis = { ...this.#basis, settings };
    return this.#basis;
  }

  async #follow(): Promise<BoardState> {
    const position = await journalPosition(this.#store.db);
    const basis = await this.basis();
    const madeBy = `${basis.world.today} ${JSON.stringify(ruleParts(basis.settings))}`;
    if (madeBy !== this.#madeBy) {
      this.#byPerson = await this.#checkAll(basis);
      this.#madeBy = madeBy;
      this.#version += 1;
    } else if (position !== this.#position) {
      const touched = await readTouched(this.#store, this.#position, position);
      if (touched.people.length >= many) this.#byPerson = await this.#checkAll(basis);
      else {
        for (const id of touched.gone) this.#byPerson.delete(id);
        await this.#checkAgain(basis, touched.people);
      }
      this.#version += 1;
    }
    this.#position = position;
    return { byPerson: this.#byPerson, basis, version: this.#version };
  }

  async #checkAll(basis: CheckBasis): Promise<Map<string, readonly string[]>> {
    const most = this.#runTask ? Math.max(2, availableParallelism()) : 1;
    const { parts, people: total } = await splitPeople(this.#store, most, many);
    const startedAt = new Date().toISOString();
    this.#progress = { done: 0, total, startedAt };
    const all = new Map<string, readonly string[]>();
    const add = ({ people }: FaultCounts): void => {
      for (const [id, rules] of people) all.set(id, rules);
    };
    try {
      if (parts.length === 1 || this.#runTask === null) {
        for await (const found of checkPart(this.#store, basis, { from: null, to: null })) {
          add(found);
          this.#progress = { done: this.#progress.done + found.looked, total, startedAt };
          await breath();
        }
        return all;
      }
      const { settings, world } = basis;
      const run = this.#runTask;
      const looked = parts.map(() => 0);
      const onProgress = (part: number) => (done: number) => {
        looked[part] = done;
        this.#progress = { done: looked.reduce((sum, each) => sum + each, 0), total, startedAt };
      };
      const found = await Promise.all(
        parts.map((part, index) =>
          run<FaultCounts>(
            'check-people',
            { ...part, settings, day: world.today },
            { onProgress: onProgress(index) },
          ),
        ),
      );
      for (const each of found) add(each);
      return all;
    } finally {
      this.#progress = null;
    }
  }

  async #checkAgain(basis: CheckBasis, ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += piece) {
      const some = ids.slice(start, start + piece);
      const { people } = await checkThese(this.#store, basis, some);
      for (const id of some) this.#byPerson.delete(id);
      for (const [id, rules] of people) this.#byPerson.set(id, rules);
      if (start + piece < ids.length) await breath();
    }
  }
}

/** Lets others work between two steps. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** What of the settings decides who breaks a rule about records; levels and words do not. */
function ruleParts(settings: RuleSettings) {
  return recordRules.map((rule) => {
    const { enabled, effectiveFrom, parameter } = settingOf(rule, settings);
    return [rule.id, enabled, effectiveFrom, parameter];
  });
}
