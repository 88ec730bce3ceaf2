import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { thisMonth } from './fields.ts';
import { born1980 } from './people.ts';
import { wideScope, lastPlace } from './units.ts';

export type SqlPeer = 'duckdb' | 'postgres';

/** A statement from the folder of a peer: of a question by its name (`Q4 rare term`), or `tables` and `indexes`. */
export function sqlOf(peer: SqlPeer, name: string, persons: number): string {
  const file = `${name.toLowerCase().replaceAll(' ', '-')}.sql`;
  const values: Readonly<Record<string, number>> = {
    now: thisMonth,
    born1980,
    lastUnit: lastPlace(persons, wideScope),
  };
  const text = readFileSync(join(import.meta.dirname, 'sql', peer, file), 'utf8').trim();
  return text.replaceAll(/(?<!:):([a-z]\w*)/gi, (_, key: string) => String(values[key]));
}

/** The files that hold the rows, in the order of loading. */
export const peerTables = ['person', 'post', 'appraisal', 'resume'] as const;
