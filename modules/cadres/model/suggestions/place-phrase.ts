import { splitPost, type PostSplit } from './split-post.ts';
import { titleStarts } from './title-suffix.ts';
import type { UnitIndex } from './unit-index.ts';
import { leadingWord } from './words/suffix-lookup.ts';
import { innerOfficeSuffixes, relativeBodies } from './words/unit-suffixes.ts';

/** A post with the unit that it is held in. */
export interface PlacedPost {
  readonly org: string;
  readonly unit: string | null;
  readonly title: string;
  readonly unclear: string[];
}

const PLACE = /^(?:[^省市区县]{1,8}(?:省|自治区))?(?:[^省市区县]{1,8}市)?(?:[^省市区县旗]{0,8}[区县旗])?/u;
const BEGINS_WITH_PLACE = /^[^省市区县旗镇乡村]{1,8}(?:省|自治区|市|区|县|旗|镇|乡|街道|村|社区)/u;
const INNER_OFFICE = new RegExp(
  `^[^省市区县旗镇乡局委]{1,12}(?:${innerOfficeSuffixes.join('|')}|办公室)`,
  'u',
);

/**
 * Finds the unit of a phrase: named in it (某区财政局副局长), carried on from the words before (副局长), or by a part of its
 * name (区委常委、组织部部长). Null when no unit and no title can be seen.
 */
export function placePhrase(
  phrase: string,
  before: { readonly org: string; readonly unit: string | null },
  index: UnitIndex,
): PlacedPost | null {
  if (titleStarts(phrase).includes(0)) return carriedOn(phrase, before);
  const own = splitPost(phrase, index);
  if (own?.unit) return placed(own);
  const known = before.org === '' ? null : splitWithContext(phrase, before.org, index);
  if (known?.unit) return placed(known);
  const relative = leadingWord(phrase, relativeBodies) !== '' || INNER_OFFICE.test(phrase);
  if (relative && before.org !== '' && !BEGINS_WITH_PLACE.test(phrase)) {
    const joined = splitPost(before.org + phrase, index);
    if (joined && joined.org.length >= before.org.length) return placed(joined);
  }
  return own ? placed(own) : null;
}

function carriedOn(
  title: string,
  before: { readonly org: string; readonly unit: string | null },
): PlacedPost {
  const unclear = before.org === '' ? [`${title}（没有写明单位，请补充）`] : [];
  return { org: before.org, unit: before.unit, title, unclear };
}

/** The phrase behind the unit or the place named before, if that makes a known unit. */
function splitWithContext(phrase: string, org: string, index: UnitIndex): PostSplit | null {
  const place = PLACE.exec(org)?.[0] ?? '';
  const stem = /^[区县市旗]/u.test(phrase) && /[区县市旗]$/u.test(place) ? place.slice(0, -1) : place;
  for (const front of [org, stem, `${place}委`, `${place}人民`]) {
    if (front === '' || index.match(front + phrase).length === 0) continue;
    const split = splitPost(front + phrase, index);
    // 人大主席 behind 某镇 is a post of that town: its own unit is enough, a bare place is not.
    const enough = (split?.org.length ?? 0) >= front.length + (front === org ? 0 : 1);
    if (split?.unit && enough) return split;
  }
  return null;
}

function placed(split: PostSplit): PlacedPost {
  const unclear: string[] = [];
  if (split.unknownTitle) unclear.push(`${split.title}（职务名称不在词表中，请核对）`);
  if (split.other) {
    const { org, title } = split.other;
    unclear.push(
      `${split.org}${split.title}（可拆为“${split.org}＋${split.title}”或“${org}＋${title}”，暂按前者，请核对）`,
    );
  }
  return { org: split.org, unit: split.unit, title: split.title, unclear };
}
