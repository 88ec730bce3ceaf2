/** So many more at most, while a sixteenth is less. */
const many = 65_536;

/**
 * How many there should be room for when so many are needed and nobody knows how many will come: twice as many while
 * they are few; of millions a sixteenth more, because doubling them takes memory that others need.
 */
export function roomFor(needed: number): number {
  return needed + Math.max(64, Math.min(needed, many), needed >>> 4);
}
