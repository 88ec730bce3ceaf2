import { dateKey, monthIndex, partOf, type DateKey, type Fact, type PersonReader } from '#engine';
import type { RetirementGroup, RuleBook } from './rule-book.ts';

const partsOfMonth = 64;
const woman = '2';

/**
 * 法定退休时间: the month, by the rule from 2025 on, which also answers for the years before it, because nobody born early
 * enough to have retired then is delayed. It follows from the birth date of the file, which must be known to the month,
 * the sex, and for women from what they are on the reference date (see `RetirementRule`). That a woman of the men's row
 * may choose to leave at 55 is not in the records.
 */
export function retirementFacts(rules: RuleBook): Fact[] {
  return [
    {
      of: 'person',
      name: 'retirementDate',
      label: '法定退休时间',
      kind: 'date',
      stepwise: true,
      bind(reader) {
        const birth = reader.dates('A01.birthDate');
        const group = groupOf(reader, rules);
        return (person) => {
          const born = birth(person);
          if (born === null || partOf(born) === 0) return null;
          const own = group(person);
          return own === null ? null : retirementMonth(born, own);
        };
      },
    },
    {
      of: 'person',
      name: 'monthsToRetirement',
      label: '距法定退休月数',
      kind: 'number',
      unit: '月',
      /** From the month of the reference date to the month of retirement; negative when it is past. */
      bind(reader, asOf) {
        const date = reader.fact('retirementDate');
        return (person) => {
          const month = date(person);
          return typeof month === 'number' ? monthIndex(month) - monthIndex(asOf) : null;
        };
      },
    },
  ];
}

interface Delay extends RetirementGroup {
  /** Month index of `delayedFrom`. */
  readonly first: number;
}

/** One month of delay for the first `step` months of birth, two for the next, and so on. */
function retirementMonth(born: DateKey, group: Delay): DateKey {
  const later = monthIndex(born) - group.first;
  const delay = later < 0 ? 0 : Math.min(group.most, Math.trunc(later / group.step) + 1);
  return (monthIndex(born) + group.base + delay) * partsOfMonth + 1;
}

function delayOf(group: RetirementGroup): Delay {
  const first = dateKey(group.delayedFrom);
  if (first === null) throw new Error(`${group.delayedFrom} is no month`);
  return { ...group, first: monthIndex(first) };
}

/** The row of the table that a person follows; null when the sex is not known. */
function groupOf(reader: PersonReader, { retirement }: RuleBook): (person: number) => Delay | null {
  const rule = retirement.value;
  const [men, cadres, workers] = [rule.men, rule.womenCadres, rule.womenWorkers].map(delayOf);
  const sex = reader.strings('A01.sexCode');
  const isWorker = reader.isAmong('A01.personCategoryCode', rule.workerCategories);
  const isOnWorkerStaffing = reader.isAmong('A01.staffingTypeCode', rule.workerStaffing);
  const level = reader.fact('postLevel');
  const rank = reader.fact('rank');
  const levels = new Set<unknown>(rule.seniorLevels);
  const ranks = new Set<unknown>(rule.seniorRanks);
  const eachTitle = reader.eachRow('A06');
  const title = reader.rows('A06').strings('A06.titleCode');
  let isSenior = false;
  const visit = (row: number): void => {
    if (rule.seniorTitleGrades.includes(title(row)?.charAt(2) ?? '')) isSenior = true;
  };
  return (person) => {
    const code = sex(person);
    if (code === '1') return men ?? null;
    if (code !== woman) return null;
    if (levels.has(level(person)) || ranks.has(rank(person))) return men ?? null;
    isSenior = false;
    eachTitle(person, visit);
    if (isSenior) return men ?? null;
    return (isWorker(person) || isOnWorkerStaffing(person) ? workers : cadres) ?? null;
  };
}
