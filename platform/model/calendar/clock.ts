/** Tells instants as the clocks of a zone show them. */
export interface Clock {
  /** `2026-11-26`; without an instant today. */
  readonly day: (instant?: Date) => string;
  /** The day of an ISO instant as the office reads it, `2026.11.26`. */
  readonly dayText: (iso: string) => string;
  /** An ISO instant as the office reads it, `2026-11-26 06:15`. */
  readonly minuteText: (iso: string) => string;
}

/** The clock of a zone such as `Asia/Shanghai`; that of the device or the machine does not matter. */
export function clockIn(timeZone: string): Clock {
  const days = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const minutes = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const day = (instant = new Date()): string => days.format(instant);
  return {
    day,
    dayText: (iso) => day(new Date(iso)).replaceAll('-', '.'),
    minuteText: (iso) => `${day(new Date(iso))} ${minutes.format(new Date(iso))}`,
  };
}
