import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { errors } from '#platform/model';
import {
  SqliteAdapter,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';

const waitLimit = 30_000;
/** How long a statement waits while another process or thread holds the write lock, and how often it asks for it. */
const lockLimit = 10_000;
const askEvery = 3;
const busy = 5;
const full = 13;
const cachedStatements = 300;

/**
 * Kysely's driver for Node's own SQLite: one handle, used by one transaction at a time. Whoever asks for the handle
 * inside a transaction without using the transaction's own would wait for ever; the wait therefore ends with an error.
 */
export class SqliteDriver implements Driver {
  readonly #database: DatabaseSync;
  readonly #turns = new Turns();
  readonly #connection: SqliteConnection;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#connection = new SqliteConnection(database, this.#turns);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turns.take(waitLimit);
    return this.#connection;
  }

  async beginTransaction(): Promise<void> {
    await this.#connection.whenFree(() => this.#database.exec('begin immediate'));
  }

  async commitTransaction(): Promise<void> {
    await this.#connection.whenFree(() => this.#database.exec('commit'));
  }

  async rollbackTransaction(): Promise<void> {
    if (this.#database.isTransaction) this.#database.exec('rollback');
  }

  async releaseConnection(): Promise<void> {
    this.#turns.pass();
  }

  async destroy(): Promise<void> {
    this.#connection.forget();
    this.#database.close();
  }
}

/** The driver lets callers take turns by itself; Kysely's own turns would keep readers out while a writer waits. */
export class TurnTakingAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #turns: Turns;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync, turns: Turns) {
    this.#database = database;
    this.#turns = turns;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepare(query.sql);
    const parameters = query.parameters.map(bindable);
    if (statement.columns().length > 0) {
      return { rows: await this.whenFree(() => statement.all(...parameters) as R[]) };
    }
    const { changes, lastInsertRowid } = await this.whenFree(() => statement.run(...parameters));
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    // A statement that is being stepped through cannot be shared, so it is not taken from the cache.
    for (const row of this.#database.prepare(query.sql).iterate(...query.parameters.map(bindable))) {
      yield { rows: [row as R] };
    }
  }

  /**
   * Does something as soon as no other process holds the write lock. SQLite's own waiting would stop all other work of
   * this thread, and asks so seldom in the end that a busy writer can keep others out for long. Who waits outside a
   * transaction lets others use the handle meanwhile: reading never has to wait for a writer.
   */
  async whenFree<Result>(work: () => Result): Promise<Result> {
    const until = Date.now() + lockLimit;
    for (;;) {
      try {
        return work();
      } catch (error) {
        if (codeOf(error) === full) throw errors.diskFull();
        if (codeOf(error) !== busy) throw error;
        if (Date.now() > until) throw errors.busy();
      }
      const lends = !this.#database.isTransaction;
      if (lends) this.#turns.pass();
      await pause(askEvery);
      if (lends) await this.#turns.take();
    }
  }

  forget(): void {
    this.#statements.clear();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement) {
      this.#statements.delete(sql);
    } else {
      statement = this.#database.prepare(sql);
      if (this.#statements.size >= cachedStatements) {
        const oldest = this.#statements.keys().next().value;
        if (oldest !== undefined) this.#statements.delete(oldest);
      }
    }
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** Who may use the handle: one after another, in the order in which they asked. */
class Turns {
  #taken = false;
  readonly #waiting: (() => void)[] = [];

  /** Waits for the turn, at most `limit` milliseconds if one is given; then fails with `busy`. */
  async take(limit?: number): Promise<void> {
    if (!this.#taken) {
      this.#taken = true;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const timer = limit === undefined ? undefined : setTimeout(() => giveUp(), limit);
      const go = () => {
        clearTimeout(timer);
        resolve();
      };
      const giveUp = () => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        reject(errors.busy());
      };
      this.#waiting.push(go);
    });
  }

  pass(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#taken = false;
  }
}

/** SQLite's primary result code. */
function codeOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
}

function bindable(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === undefined) return null;
  return value as SQLInputValue;
}
