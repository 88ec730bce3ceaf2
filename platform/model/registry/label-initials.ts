/** The first character of each letter in the order of pinyin; no syllable begins with i, u or v. */
const firsts = '阿八嚓哒妸发旮哈讥咔垃妈拿噢妑七呥仨他穵夕丫帀';
const letters = 'abcdefghjklmnopqrstwxyz';
const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/** The pinyin initials of a label: 入党时间 rdsj. Only for finding; characters with several readings have one here. */
export function initialsOf(text: string): string {
  return Array.from(text, initialOf).join('');
}

function initialOf(sign: string): string {
  if (/[a-z0-9]/i.test(sign)) return sign.toLowerCase();
  if (!/\p{Script=Han}/u.test(sign)) return '';
  let letter = '';
  for (const [index, first] of Array.from(firsts).entries()) {
    if (collator.compare(first, sign) > 0) break;
    letter = letters[index] ?? letter;
  }
  return letter;
}
