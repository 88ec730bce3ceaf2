import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';

const waitLimit = 30_000;
/** How long a statement waits while another process or thread holds the write lock, and how often it asks for it. */
const lockLimit = 10_000;
const askEvery = 3;
const busy = 5;
const cachedStatements = 300;

/**
 * Kysely's driver for Node's own SQLite: one handle, used by one transaction at a time. Whoever asks for the handle
 * inside a transaction without using the transaction's own would wait for ever; the wait therefore ends with an error.
 */
export class SqliteDriver implements Driver {
  readonly #database: DatabaseSync;
  #busy = false;
  readonly #waiting: (() => void)[] = [];
  readonly #connection: SqliteConnection;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#connection = new SqliteConnection(database);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    if (!this.#busy) {
      this.#busy = true;
      return this.#connection;
    }
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        const index = this.#waiting.indexOf(go);
        if (index >= 0) this.#waiting.splice(index, 1);
        reject(
          new Error(
            'the database handle was not free in time: is a query inside a transaction using the outer handle?',
          ),
        );
      }, waitLimit);
      const go = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.push(go);
    });
    return this.#connection;
  }

  async beginTransaction(): Promise<void> {
    await whenFree(() => this.#database.exec('begin immediate'));
  }

  async commitTransaction(): Promise<void> {
    this.#database.exec('commit');
  }

  async rollbackTransaction(): Promise<void> {
    if (this.#database.isTransaction) this.#database.exec('rollback');
  }

  async releaseConnection(): Promise<void> {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#busy = false;
  }

  async destroy(): Promise<void> {
    this.#connection.forget();
    this.#database.close();
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepare(query.sql);
    const parameters = query.parameters.map(bindable);
    if (statement.columns().length > 0) {
      return { rows: await whenFree(() => statement.all(...parameters) as R[]) };
    }
    const { changes, lastInsertRowid } = await whenFree(() => statement.run(...parameters));
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    // A statement that is being stepped through cannot be shared, so it is not taken from the cache.
    for (const row of this.#database.prepare(query.sql).iterate(...query.parameters.map(bindable))) {
      yield { rows: [row as R] };
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

/**
 * Does something as soon as nobody else holds the write lock. SQLite's own waiting would stop all other work of this
 * thread, and asks so seldom in the end that a busy writer can keep others out for long.
 */
async function whenFree<Result>(work: () => Result): Promise<Result> {
  const until = Date.now() + lockLimit;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
    }
    await pause(askEvery);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === busy;
}

function bindable(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === undefined) return null;
  return value as SQLInputValue;
}
