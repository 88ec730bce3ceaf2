/** 全角 letters and digits stand so far behind those of ASCII. */
const widened = 0xfee0;
const wide = /[０-９Ａ-Ｚａ-ｚ]/g;
/** Units that have two cases outside of ASCII, and halves of pairs: these are folded one by one. */
const special = /[\u00b5\u00b8-\u1fff\u2100-\u2e7f\ua000-\uabff\ud800-\udfff]/;

/**
 * A text as it is compared: 全角 letters and digits as 半角, capitals as small letters where each is the other's only
 * counterpart. As many units as before, each at its place.
 */
export function foldText(text: string): string {
  const narrow = text.replace(wide, (sign) => String.fromCharCode(sign.charCodeAt(0) - widened));
  if (!special.test(narrow)) return narrow.toLowerCase();
  return narrow.split('').map(foldUnit).join('');
}

function foldUnit(unit: string): string {
  const small = unit.toLowerCase();
  return small.length === 1 && small.toUpperCase() === unit ? small : unit;
}

/** The units that fold to one that is folded, without those of 全角. */
export function formsOf(unit: string): readonly string[] {
  const capital = unit.toUpperCase();
  return capital !== unit && capital.length === 1 && foldUnit(capital) === unit ? [unit, capital] : [unit];
}

/** Can texts with 全角 letters and digits have the folded term in another way than others? */
export function hasWideForms(term: string): boolean {
  return /[0-9a-z]/.test(term);
}

/** Is it a 全角 letter or digit? */
export function isWide(unit: number): boolean {
  return (
    unit >= 0xff10 &&
    (unit <= 0xff19 || (unit >= 0xff21 && unit <= 0xff3a) || (unit >= 0xff41 && unit <= 0xff5a))
  );
}

export function hasWide(text: string): boolean {
  return text.search(wide) >= 0;
}
