import { createRequire } from 'node:module';
import type { pinyin as Pinyin } from 'pinyin-pro';
import corrections from './surname-corrections.json' with { type: 'json' };

const require = createRequire(import.meta.url);
let library: typeof Pinyin | null = null;

/** The library with its dictionary, read when the first name is written: most commands write none. */
function pinyinLibrary(): typeof Pinyin {
  library ??= (require('pinyin-pro') as { pinyin: typeof Pinyin }).pinyin;
  return library;
}

const readings: Readonly<Record<string, string>> = corrections.readings;

/**
 * The syllables of a person's name by the readings of surnames (单 shan, 仇 qiu, 尉迟 yu chi), without tones; characters
 * that are no Chinese stay as they are, in lower case.
 */
export function nameSyllables(name: string): string[] {
  const given = correctedSurname(name);
  return [...given.fixed, ...syllables(given.rest, given.fixed.length === 0)];
}

/** By what a person's name is found and sorted. */
export interface NameKeys {
  /** 拼音首字母: every way in which the name may be typed, `zjg` or, where readings differ, several with a blank between. */
  readonly initials: string;
  /** How the name sounds, `zhang jian guo`. */
  readonly sound: string;
  /** Sorts in Chinese order: by syllables, the shorter name first, then by character. */
  readonly sort: string;
}

/** Stands before the blank, so that 陈峰 comes before 陈峰健. */
const endOfSound = '\u0001';

export function nameKeys(name: string): NameKeys {
  const syllablesOfName = nameSyllables(name);
  const sound = syllablesOfName.join(' ');
  const asName = initials(syllablesOfName);
  const asWord = initials(syllables(name, false));
  return {
    initials: asName === asWord ? asName : `${asName} ${asWord}`,
    sound,
    sort: `${sound}${endOfSound}${name}`,
  };
}

/** The initials of a unit's name, read as ordinary words. */
export function wordInitials(text: string): string {
  return initials(syllables(text, false));
}

function correctedSurname(name: string): { fixed: string[]; rest: string } {
  for (const length of [2, 1]) {
    const fixed = readings[name.slice(0, length)];
    if (fixed) return { fixed: fixed.split(' '), rest: name.slice(length) };
  }
  return { fixed: [], rest: name };
}

function syllables(text: string, asName: boolean): string[] {
  if (text === '') return [];
  return pinyinLibrary()(text, {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
    ...(asName ? { surname: 'head' as const } : {}),
  }).map((syllable) => syllable.toLowerCase());
}

function initials(list: readonly string[]): string {
  return list.map((syllable) => syllable.replaceAll(/[^a-z0-9]/g, '').slice(0, 1)).join('');
}
