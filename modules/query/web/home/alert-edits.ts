import type { Alert } from '../../model/alerts-contracts.ts';

/** 5、8、10 as it is typed; null when it is no list of whole numbers above zero. */
export function readLimits(text: string): number[] | null {
  const parts = text.split(/[、，,;；\s]+/).filter((part) => part !== '');
  const numbers = parts.map(Number);
  const isGood = numbers.length > 0 && numbers.length <= 6;
  if (!isGood || numbers.some((each) => !Number.isInteger(each) || each < 1 || each > 600)) return null;
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

export function limitsText(values: readonly number[]): string {
  return values.join('、');
}

/** The list with one reminder a place further up or down; the ends stay where they are. */
export function movedAlert(alerts: readonly Alert[], index: number, by: 1 | -1): readonly Alert[] {
  const other = index + by;
  const [from, to] = [alerts[index], alerts[other]];
  if (!from || !to) return alerts;
  return alerts.map((alert, place) => (place === index ? to : place === other ? from : alert));
}

export function withAlert(alerts: readonly Alert[], index: number, alert: Alert): readonly Alert[] {
  return alerts.map((each, place) => (place === index ? alert : each));
}

/** An id that none of the others has. */
export function newAlertId(alerts: readonly Alert[]): string {
  const ids = new Set(alerts.map(({ id }) => id));
  let number = 1;
  while (ids.has(`own-${number}`)) number += 1;
  return `own-${number}`;
}
