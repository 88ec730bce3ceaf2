import { dateKey, dateText, type DateKey } from '#engine';
import type { RecordRow, SubjectSets } from '#platform/model';
import { loadCodeTables } from '#platform/server';
import { defaultRules } from '#modules/cadres';
import type { Career } from './career.ts';
import { never } from './career.ts';
import { careerFromRecords } from './career-from-records.ts';
import type { PlaceTools } from './place-tools.ts';
import { placesOf, placesOn } from './places.ts';
import { defaultQuotaRules } from './rules/default-rules.ts';
import type { QuotaRules } from './rules/quota-rules.ts';
import { standingCodes } from './standing.ts';
import { placeUnits, type SlotRule } from './units.ts';

export const codes = standingCodes(loadCodeTables());

/** The units of the scenarios: two bureaus with offices, a town, the government, and the group of the towns. */
export const testUnits = [
  { id: '区', parent: null, kindCode: '3' },
  { id: '区政府', parent: '区', kindCode: '1' },
  { id: '财政局', parent: '区', kindCode: '1' },
  { id: '预算科', parent: '财政局', kindCode: '2' },
  { id: '国库科', parent: '财政局', kindCode: '2' },
  { id: '民政局', parent: '区', kindCode: '1' },
  { id: '乡镇', parent: '区', kindCode: '3' },
  { id: '青石镇', parent: '乡镇', kindCode: '1' },
];

export type Slots = Readonly<Record<string, Readonly<Record<string, SlotRule>>>>;

export function toolsOf(rules: Partial<QuotaRules> = {}, slots: Slots = {}): PlaceTools {
  const bySlot = new Map(Object.entries(slots).map(([unit, own]) => [unit, new Map(Object.entries(own))]));
  return {
    rules: { ...defaultQuotaRules, ...rules },
    codes,
    units: placeUnits(testUnits, (unit) => bySlot.get(unit)),
  };
}

export interface Held {
  /** `财政局 局长` */
  readonly post: string;
  readonly role?: '正职' | '副职' | '其他';
  readonly from?: string;
  readonly to?: string;
  readonly main?: boolean;
  readonly [field: string]: unknown;
}

const roles = { 正职: '1', 副职: '3', 其他: 'Z' } as const;

/** An invented person who holds these posts; other sets as records. */
export function cadre(
  posts: readonly Held[],
  others: Readonly<Record<string, object | readonly object[]>> = {},
): Career {
  const sets: Record<string, RecordRow[]> = {
    A02: posts.map(({ post, role, from = '2020-01', to, main, ...fields }, index) => {
      const [unit = '', title = ''] = post.split(' ');
      return {
        id: `post-${index}`,
        orgName: unit,
        orgCode: testUnits.some(({ id }) => id === unit) ? unit : null,
        postTitle: title,
        appointedOn: from,
        removedOn: to ?? null,
        tenureStatusCode: to === undefined ? '1' : '0',
        isPrimary: main === undefined ? null : main ? '1' : '0',
        isLeadershipPost: role === undefined ? '0' : '1',
        teamMemberTypeCode: role === undefined ? null : roles[role],
        ...fields,
      } as RecordRow;
    }),
  };
  for (const [set, rows] of Object.entries(others))
    sets[set] = [rows].flat().map((row, index) => ({ id: `${set}-${index}`, ...row }));
  return careerFromRecords(sets satisfies SubjectSets, {
    rules: defaultQuotaRules,
    book: defaultRules,
    codes,
  });
}

export const day = (text: string): DateKey => dateKey(text) ?? 0;

/** The places of a day in a line each: `财政局 正职`, with why it does not count behind it. */
export function told(career: Career, on = '2024-06-30', tools = toolsOf()): string[] {
  return placesOn(career, day(on), tools).map(({ unit, bucket, reason }) =>
    [unit, bucket, ...(reason === null ? [] : [reason])].join(' '),
  );
}

/** All places with their days. */
export function lifeOf(career: Career, tools = toolsOf()): string[] {
  return placesOf(career, tools).map(({ unit, bucket, reason, from, to }) =>
    [
      unit,
      bucket,
      ...(reason === null ? [] : [reason]),
      from === 0 ? '…' : dateText(from),
      to === never ? '…' : dateText(to),
    ].join(' '),
  );
}
