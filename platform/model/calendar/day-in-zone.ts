/** Tells the day of an instant, `YYYY-MM-DD`, where the clocks show the given zone (`Asia/Shanghai`). */
export function dayInZone(timeZone: string): (instant?: Date) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (instant = new Date()) => format.format(instant);
}
