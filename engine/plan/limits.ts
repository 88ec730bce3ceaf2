/** What a question may be at most. Whoever needs more has a name list or a saved question to refer to. */
export const limits = {
  depth: 24,
  /** Conditions in all, those of saved questions included. */
  conditions: 2000,
  values: 10_000,
  people: 1_000_000,
  textLength: 1000,
  /** The newest or oldest so many rows. */
  sequence: 1000,
  /** Years, months and days that a relative date may be away. */
  years: 400,
  months: 4800,
  days: 150_000,
  problems: 100,
};
