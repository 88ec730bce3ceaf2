import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { migrations } from '#migrations';
import { migrateDatabase } from './migrate.ts';
import { openDatabase, type Database } from './open-database.ts';

/** What a database begins with. */
export interface Prepared {
  /** The same name stands for the same content. */
  readonly name: string;
  readonly fill: (db: Database) => Promise<unknown>;
}

/** A database in a folder of its own; the folder goes when the test ends. */
export interface TestDatabase {
  readonly db: Database;
  readonly folder: string;
}

const empty: Prepared = { name: '', fill: async () => {} };

/** Databases as they begin, each made once: filling one takes many times as long as copying it. */
const images = new Map<string, Promise<Buffer>>();

/** Opens a database with all tables and what it begins with, for the test that runs. */
export async function testDatabase(prepared = empty): Promise<TestDatabase> {
  const image = images.get(prepared.name) ?? make(prepared);
  images.set(prepared.name, image);
  const folder = mkdtempSync(join(tmpdir(), 'cadre-test-'));
  writeFileSync(join(folder, 'cadre.db'), await image);
  const db = openDatabase(folder);
  onTestFinished(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });
  return { db, folder };
}

async function make({ fill }: Prepared): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-test-'));
  try {
    const db = openDatabase(folder);
    await migrateDatabase(db, migrations);
    await fill(db);
    await db.destroy();
    return readFileSync(join(folder, 'cadre.db'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
