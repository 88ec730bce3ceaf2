/** The day of an ISO instant as the office reads it, `2024.07.01`, in the time zone of the device. */
export function dayText(iso: string): string {
  const at = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}.${two(at.getMonth() + 1)}.${two(at.getDate())}`;
}
