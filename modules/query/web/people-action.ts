import type { ComponentType } from 'react';
import type { Question } from '#engine';
import type { CatalogueField } from '#platform/model';
import type { SortKey } from './answer/sort-keys.ts';

/** The people of the query page: those that the question finds, or those chosen among them. */
export interface PeopleFound {
  readonly question: Question;
  /** The reference date (截止时间); undefined: today. */
  readonly asOf: string | undefined;
  readonly sort: readonly SortKey[];
  /** The fields that the list shows beside the name. */
  readonly columns: readonly Pick<CatalogueField, 'name' | 'label' | 'kind'>[];
  readonly count: number;
  /** They were chosen one by one. */
  readonly isChosen: boolean;
  /** What the question was saved as; empty when it was not. */
  readonly name: string;
}

/**
 * A button for something that another module does with the people found. The modules above this one are not known here:
 * whoever puts the pages together hands their buttons over.
 */
export type PeopleAction = ComponentType<{ readonly people: PeopleFound }>;
