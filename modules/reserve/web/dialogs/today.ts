/** Today as a day of the calendar on the user's desk: YYYY-MM-DD. */
export function todayHere(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
