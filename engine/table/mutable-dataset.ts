import type { SaveBlock } from '../memory/saved-block.ts';
import type { SavedChildRows } from './child-rows.ts';
import type { Dataset } from './dataset.ts';
import type { SavedIds } from './person-ids.ts';
import type { PeopleBatch } from './loading/people-batch.ts';
import type { SourcePerson, SourceUnit } from './source.ts';
import type { SavedTable } from './stored-table.ts';

/** What a change of the records is for the tables. */
export interface DatasetPatch {
  /** People as they are now, new ones among them. */
  readonly changed: readonly SourcePerson[];
  /** Ids of people who are there no more. */
  readonly removed: readonly string[];
  /** All units, when any changed. */
  readonly units?: readonly SourceUnit[] | undefined;
}

/**
 * A dataset under its keeper's hands. First built: `reserve`, `loadUnits`, `append` as often as there are people,
 * `finish`; then kept up to date by patches.
 */
export interface MutableDataset extends Dataset {
  /** So many people will come; makes room at once instead of step by step. */
  reserve(people: number): void;
  /** Units come before the people who name them, or again when they changed. */
  loadUnits(units: readonly SourceUnit[]): void;
  /** Throws a TypeError for an id that is not a UUID. Somebody who is there already is replaced. */
  append(people: Iterable<SourcePerson>): void;
  /** The same as `append` of people who are not there yet, made ready by a `PeopleReader` of the same schema. */
  load(batch: PeopleBatch): void;
  /** Makes the indexes, a step of some milliseconds at a time. */
  finish(): Generator<void, void>;
  /**
   * Changes people in place, at once for every reader. Throws before anything is changed for an id that is not a UUID.
   */
  patch(patch: DatasetPatch): void;
  /**
   * What is better done between questions than in them: room for what comes, child tables closed up, indexes made
   * anew when much has changed since. In steps like `finish`; patches may come between two steps.
   */
  maintain(): Generator<void, void>;
  /** Describes everything, handing over every block in use. */
  save(block: SaveBlock): SavedDataset;
  /** What memory goes to: the parts by name, each handing over its blocks. */
  memoryParts(): readonly MemoryPart[];
}

/** A part of a dataset that has blocks of its own: `ids`, `people`, a repeating set, or a column by its name. */
export interface MemoryPart {
  readonly name: string;
  save(block: SaveBlock): unknown;
}

/** A dataset as plain JSON beside its blocks. */
export interface SavedDataset {
  readonly units: readonly SourceUnit[];
  readonly strays: readonly string[];
  readonly dictionaries: Readonly<Record<string, readonly string[]>>;
  readonly ids: SavedIds;
  readonly root: SavedTable;
  readonly children: Readonly<Record<string, SavedChildRows>>;
  readonly columns: Readonly<Record<string, unknown>>;
}

export interface DatasetOptions {
  /** What texts of columns with `initials` are sorted by; without it by their UTF-16 units. */
  readonly sortKey?: ((text: string) => string) | undefined;
  /** Initials of texts of columns with `initials`, lower case; two readings joined by `|`. */
  readonly initials?: ((text: string) => string) | undefined;
}
