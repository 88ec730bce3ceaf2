import type { CodeItem, CodeTable, CodeTables } from '#platform/model';
import { tableOf } from './code-of.ts';

/** A place of ZB01 below a province. */
export interface Place {
  readonly code: string;
  /** GB/T 2260 codes of the prefectures it belongs or belonged to; empty for a prefecture. */
  readonly prefectures: readonly string[];
}

/** A province with every spelling of its places. */
export interface Province {
  readonly code: string;
  /** 河北, 河北省 */
  readonly names: readonly string[];
  /** Places by name: 盐山, 盐山县; 青龙, 青龙县, 青龙满族自治县 */
  readonly places: ReadonlyMap<string, readonly Place[]>;
  /** Codes of the prefectures by name: 沧州, 沧州市 */
  readonly prefectures: ReadonlyMap<string, string>;
  /** The same by full name alone. */
  readonly fullPrefectures: ReadonlyMap<string, string>;
}

/** The places of ZB01 under the names that people write, which also come from GB/T 2260. */
export interface Gazetteer {
  readonly provinces: readonly Province[];
  /** Codes by full names that the whole country has once: 石家庄市. */
  readonly unique: ReadonlyMap<string, string>;
}

/**
 * Joins ZB01 (short labels, codes of about 2013) with GB/T 2260 (full names, newer codes). The two are joined by name, not
 * by code alone, because codes were given out again: 469025 is 定安 in the one and 白沙 in the other.
 */
export function readGazetteer(tables: CodeTables): Gazetteer {
  const short = tableOf(tables, 'ZB01');
  const full = tableOf(tables, 'GB2260');
  const unique = new Map<string, string>();
  const times = Map.groupBy(full.items, (item) => item.label);
  const provinces = short.children(null).flatMap((item) => {
    if (item.code === null) return [];
    const { province, fullNames } = readProvince(item.code, item.label, short, full);
    for (const [name, code] of fullNames) if (times.get(name)?.length === 1) unique.set(name, code);
    return [province];
  });
  return { provinces, unique };
}

function readProvince(code: string, label: string, short: CodeTable, full: CodeTable) {
  const bare = label.replace(/市$/, '');
  const names = [...new Set([bare, label, full.labelOf(code) ?? label])];
  const divisions = full.items.filter(
    (item) => item.code?.startsWith(code.slice(0, 2)) && item.code !== code && !item.placeholder,
  );
  const places = new Map<string, Place[]>();
  const fullNames = new Map<string, string>();
  const prefectures = new Map<string, string>();
  const fullPrefectures = new Map<string, string>();
  for (const item of short.children(code)) {
    if (item.code === null || !item.label.startsWith(bare)) continue;
    const name = item.label.slice(bare.length);
    const division = divisionOf(item.code, name, divisions);
    const place = { code: item.code, prefectures: prefecturesOf([item.code, division?.code ?? item.code]) };
    const isPrefecture = item.code.endsWith('00');
    for (const spelling of spellings(name, division?.label ?? name)) {
      places.set(spelling, [...(places.get(spelling) ?? []), place]);
      if (isPrefecture) prefectures.set(spelling, division?.code ?? item.code);
    }
    if (division) fullNames.set(division.label, item.code);
    if (division && isPrefecture) fullPrefectures.set(division.label, division.code ?? item.code);
  }
  return { province: { code, names, places, prefectures, fullPrefectures }, fullNames };
}

/** What a full name may have behind the short one: 市, 满族自治县. */
const suffix = /^(?:.{1,12}自治[州县旗]|自治[州县旗]|[市县区旗盟]|地区|林区|特区|新区)$/;

/** The division that the short name means: that of the same code, else the only one of its level with such a name. */
function divisionOf(code: string, name: string, divisions: readonly CodeItem[]): CodeItem | undefined {
  const named = divisions.filter(
    (item) =>
      item.code?.endsWith('00') === code.endsWith('00') &&
      item.label.startsWith(name) &&
      (item.label === name || suffix.test(item.label.slice(name.length))),
  );
  return named.find((item) => item.code === code) ?? (named.length === 1 ? named[0] : undefined);
}

/** 青龙, 青龙满族自治县 and the usual 青龙县. */
function spellings(name: string, fullName: string): ReadonlySet<string> {
  const kind = /自治([州县旗])$/.exec(fullName)?.[1];
  return new Set([name, fullName, ...(kind && name !== fullName ? [`${name}${kind}`] : [])]);
}

function prefecturesOf(codes: readonly string[]): readonly string[] {
  return [...new Set(codes.filter((code) => !code.endsWith('00')).map((code) => `${code.slice(0, 4)}00`))];
}
