import { readDateText, type DateText, type Season } from './date-text.ts';

const monthOfSeason: Record<Season, number> = { 初: 3, 春: 4, 中: 6, 夏: 7, 秋: 10, 冬: 12, 底: 12 };

function monthOf(date: DateText): number | null {
  return date.month ?? (date.season ? monthOfSeason[date.season] : null);
}

/**
 * Completed years at the form's 计算年龄时间, counted by month as the editor does: the day is ignored, and where one of
 * the two has only a year, years are subtracted. Null when either cannot be read or the birth is later.
 */
export function ageAt(birthText: string, referenceText: string): number | null {
  const birth = readDateText(birthText);
  const reference = readDateText(referenceText);
  if (!birth || !reference) return null;
  const born = monthOf(birth);
  const now = monthOf(reference);
  const notYet = born !== null && now !== null && now < born;
  const age = reference.year - birth.year - (notYet ? 1 : 0);
  return age < 0 ? null : age;
}
