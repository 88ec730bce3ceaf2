import { lowerBound, type DateKey, type Fact, type PersonReader } from '#engine';
import { flag, no, yes } from './flag.ts';
import { isRegisteredPost } from './registered-post.ts';
import { levelSpan, postSpan } from './spans.ts';

/** 人员管理状态 (ZB126): 非现职人员 with 离退, 调出, 已去世, 其他. */
const gone = ['2'];

/** Columns of which one is filled in where somebody left, whatever is known of when. */
const signs = [
  'A30.exitMethodCode',
  'A30.destinationOrg',
  'A30.approver',
  'A31.retirementTypeCode',
  'A31.highestPost',
  'A31.approver',
  'A31.approvalDocNo',
];

/**
 * Who is there on the reference date.
 * - 历史人员: left on or before it, by 退出日期 (A30) or 离退批准日期 (A31), whichever is earlier. Where neither has a date, who
 *   has such a row or 非现职 as status has left on every date.
 * - 在册: has begun work (where that date is known) and has not left.
 * - 在职: 在册 with a post (A02), a level or a rank (A05) held; where no post was entered, with 现任职务 of A01.
 */
export const populationFacts: readonly Fact[] = [
  {
    of: 'person',
    name: 'isFormer',
    label: '是否历史人员',
    kind: 'code',
    codes: 'XZ09',
    stepwise: true,
    bind(reader, asOf) {
      const hasLeft = leaving(reader, asOf);
      return (person) => flag(hasLeft(person));
    },
  },
  {
    of: 'person',
    name: 'isCurrent',
    label: '是否在册',
    kind: 'code',
    codes: 'XZ09',
    stepwise: true,
    bind(reader, asOf) {
      const hasLeft = leaving(reader, asOf);
      const begun = reader.dates('A01.workStartDate');
      return (person) => {
        const start = begun(person);
        return start !== null && lowerBound(start) > asOf ? no : flag(!hasLeft(person));
      };
    },
  },
  {
    of: 'person',
    name: 'isServing',
    label: '是否在职',
    kind: 'code',
    codes: 'XZ09',
    stepwise: true,
    bind(reader, asOf) {
      const isCurrent = reader.fact('isCurrent');
      const eachPost = reader.eachHeld('A02', postSpan);
      const eachLevel = reader.eachHeld('A05', levelSpan);
      const isRegistered = isRegisteredPost(reader, asOf);
      let found = false;
      const visit = (): void => {
        found = true;
      };
      return (person) => {
        if (isCurrent(person) !== yes) return no;
        found = false;
        eachPost(person, visit);
        if (!found) eachLevel(person, visit);
        return flag(found || isRegistered(person));
      };
    },
  },
];

/** Left on or before the reference date? */
function leaving(reader: PersonReader, asOf: DateKey): (person: number) => boolean {
  const exited = reader.storedDates('A30.exitedOn');
  const retired = reader.storedDates('A31.approvedOn');
  const isGone = reader.isAmong('A01.personStatusCode', gone);
  const hasSign = reader.hasStored(signs);
  return (person) => {
    const exit = exited(person);
    const retirement = retired(person);
    if (exit !== null || retirement !== null)
      return lowerBound(Math.min(exit ?? Infinity, retirement ?? Infinity)) <= asOf;
    // Without a date the rows are visible on every date.
    return isGone(person) || hasSign(person);
  };
}
