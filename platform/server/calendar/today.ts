import { clockIn } from '#platform/model';

/** The zone of the office; the machine's own does not matter. */
export const officeZone = process.env['CADRE_TIME_ZONE'] ?? 'Asia/Shanghai';

/** Today in the office, YYYY-MM-DD. */
export const today: (now?: Date) => string = clockIn(officeZone).day;

const printed = new Intl.DateTimeFormat('zh-CN', {
  timeZone: officeZone,
  dateStyle: 'long',
  timeStyle: 'short',
});

/** An instant as printed papers say it: day and minute on the clocks of the office. */
export function printedTime(instant: Date): string {
  return printed.format(instant);
}
