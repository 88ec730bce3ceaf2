import { wrong } from './cell-reading.ts';
import {
  matchPerson,
  nameKey,
  nationalIdText,
  type KnownPerson,
  type PersonClaim,
  type PersonMatch,
} from './match-person.ts';

/** Whom a picture's file name names: by an ID number in it, and by the Chinese characters. */
export function claimOfPhoto(fileName: string): PersonClaim {
  const stem = (fileName.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]*$/, '');
  const number = /(?<!\d)(?:\d{17}[\dXx]|\d{15})(?![\dXx])/.exec(stem)?.[0] ?? '';
  const words = stem.replace(number, ' ').match(/[\p{Script=Han}·•・‧]{2,}/gu) ?? [];
  const name = words.find((word) => !/照片|证件照|免冠|彩照|标准照|副本|复制/.test(word)) ?? '';
  return { person: '', name: nameKey(name), nationalId: nationalIdText(number), birth: '', unit: '' };
}

/** Whose picture it is. A name alone is enough where only one person bears it: a picture can be looked at. */
export function matchPhoto(claim: PersonClaim, people: readonly KnownPerson[]): PersonMatch {
  if (claim.name === '' && claim.nationalId === '')
    return { at: '@name', ...wrong('person-missing', '文件名中没有姓名，也没有身份证号，请改名后再上传。') };
  if (claim.nationalId === '') {
    const namesakes = people.filter((each) => nameKey(each.name) === claim.name);
    const [only] = namesakes;
    if (only && namesakes.length === 1) return { person: only };
    if (namesakes.length > 1)
      return {
        at: '@name',
        ...wrong(
          'person-unclear',
          `库中有 ${namesakes.length} 名“${claim.name}”，请在文件名中写明身份证号。`,
        ),
      };
  }
  return matchPerson(claim, people, () => []);
}
