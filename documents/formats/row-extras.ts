import type { FamilyRow } from './approval-form.ts';
import { escapeAttribute } from './xml-escape.ts';

/**
 * A form value has no place for an element that the format does not know inside a family row. It is kept among the
 * form's unknown elements as `<Item Hang="2" ChengWei="儿子" XingMing="张三">…</Item>` (行: the row it came from, counted
 * from 1) and goes back into that row when the form is written. When the row is gone it is written as it is, below Person.
 */
export function rowExtras(at: number, row: FamilyRow, extras: readonly string[]): string {
  return `${startTag(at, row)}${extras.join('')}</Item>`;
}

function startTag(at: number, row: FamilyRow): string {
  return `<Item Hang="${at}" ChengWei="${escapeAttribute(row.relation)}" XingMing="${escapeAttribute(row.name)}">`;
}

function placeOf(xml: string, family: readonly FamilyRow[]): number {
  const hang = /^<Item Hang="(\d+)" /.exec(xml);
  if (!hang) return -1;
  const at = Number(hang[1]) - 1;
  const isHere = (row: FamilyRow | undefined): boolean =>
    row !== undefined && xml.startsWith(startTag(at + 1, row));
  return isHere(family[at]) ? at : family.findIndex(isHere);
}

/** Parts the unknown elements into what goes back into each family row and what is written below Person. */
export function placeRowExtras(
  unknownElements: readonly string[],
  family: readonly FamilyRow[],
): { ofRow: Map<number, string>; rest: string[] } {
  const ofRow = new Map<number, string>();
  const rest: string[] = [];
  for (const xml of unknownElements) {
    const at = placeOf(xml, family);
    if (at < 0 || ofRow.has(at)) rest.push(xml);
    else ofRow.set(at, xml.slice(xml.indexOf('>') + 1, -'</Item>'.length));
  }
  return { ofRow, rest };
}
