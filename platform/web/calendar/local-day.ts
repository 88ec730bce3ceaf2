/** The day of an instant where the user sits, YYYY-MM-DD; without one today. */
export function localDay(instant: Date = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}
