import type { ComponentType, ReactNode } from 'react';
import type { SetFocus } from '#platform/web';

/** What another module shows of what is wrong with a person; given at the composition root. */
export interface PersonFindingsProps {
  readonly person: string;
  /** Another text when the records have changed. */
  readonly revision: string;
  /** Goes to a field. */
  readonly onOpen: (place: SetFocus) => void;
  /** The doubts of the page itself, for those to whom the other module shows nothing. */
  readonly children: ReactNode;
}

/** Loaded with the page. */
export type LoadFindings = () => Promise<ComponentType<PersonFindingsProps>>;
