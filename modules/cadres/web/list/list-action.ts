import type { ComponentType } from 'react';
import type { PeopleScope } from '../../model/contracts.ts';

/** The people chosen in the list, and how many they are. */
export interface ChosenPeople extends PeopleScope {
  readonly count: number;
}

/**
 * A button for something that another module does with the people chosen. The modules above this one are not known here:
 * whoever puts the pages together hands their buttons over.
 */
export type ListAction = ComponentType<{ readonly people: ChosenPeople }>;
