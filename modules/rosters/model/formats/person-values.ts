/** What is known of a person for a roster: fields and facts by name. */
export interface PersonValues {
  /** As a program reads it: the code of a code, `1972-11`; null when nothing is filled in, and for fields of rows. */
  value(field: string): string | number | null;
  /** As people read it; rows of a repeating set stand one below the other. */
  text(field: string): string;
}
