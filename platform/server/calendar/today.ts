const zone = process.env['CADRE_TIME_ZONE'] ?? 'Asia/Shanghai';
const format = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Today in the office's time zone, YYYY-MM-DD; the machine's own zone does not matter. */
export function today(now: Date = new Date()): string {
  return format.format(now);
}
