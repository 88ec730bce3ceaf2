import type { CodeTables } from '#platform/model';
import { placeAliases } from './aliases.ts';
import { codeOf, plainText, tableOf } from './code-of.ts';
import { readGazetteer, type Gazetteer, type Province } from './gazetteer.ts';

const gazetteers = new WeakMap<CodeTables, Gazetteer>();

/**
 * 籍贯, 出生地 (ZB01): 河北盐山, 河北省盐山县, 河北省沧州市盐山县, 盐山县. Districts, townships and names that several
 * places bear (河南濮阳 without 市 or 县) give null.
 */
export function codeNativePlace(text: string, tables: CodeTables): string | null {
  const plain = plainText(text)
    .replace(/[·.．,，、-]/g, '')
    .replace(/(?<=..)人$/, '');
  const known = codeOf(tableOf(tables, 'ZB01'), plain, placeAliases);
  if (known !== null || plain === '') return known;
  let gazetteer = gazetteers.get(tables);
  if (!gazetteer) {
    gazetteer = readGazetteer(tables);
    gazetteers.set(tables, gazetteer);
  }
  const codes = new Set(findPlaces(gazetteer, plain));
  const [code] = codes;
  return codes.size === 1 && code !== undefined ? code : null;
}

function* findPlaces(gazetteer: Gazetteer, text: string): Iterable<string> {
  const alone = gazetteer.unique.get(text);
  if (alone !== undefined) yield alone;
  for (const province of gazetteer.provinces) {
    for (const name of province.names) {
      if (text === name) yield province.code;
      else if (text.startsWith(name))
        yield* findWithin(province, text.slice(name.length), province.prefectures);
    }
    // A prefecture's full name needs no province: 沧州市盐山县.
    yield* findBelow(province, text, province.fullPrefectures);
  }
}

function* findWithin(
  province: Province,
  rest: string,
  prefectures: ReadonlyMap<string, string>,
): Iterable<string> {
  for (const place of province.places.get(rest) ?? []) yield place.code;
  yield* findBelow(province, rest, prefectures);
}

function* findBelow(
  province: Province,
  rest: string,
  prefectures: ReadonlyMap<string, string>,
): Iterable<string> {
  for (const [name, code] of prefectures) {
    if (!rest.startsWith(name)) continue;
    for (const place of province.places.get(rest.slice(name.length)) ?? []) {
      if (place.prefectures.includes(code)) yield place.code;
    }
  }
}
