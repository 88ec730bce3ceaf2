// Asks Arquero, in this process: `ask-arquero.ts PERSONS`. It is given typed arrays, 0 for what is not filled in, and no
// résumés. Prints its results as JSON.
import { codeFieldNames, thisMonth } from './fields.ts';
import { leastRuns, median, timeOf, warm } from './measure.ts';
import { born1980, isCurrent, personOf, rankOf } from './people.ts';
import { importPeer, type PeerResult } from './peers.ts';
import { facetFields, fieldName, type Answer } from './questions.ts';
import { lastPlace, wideScope } from './units.ts';

/** What is used of a table of Arquero; expressions are strings that it parses. */
interface ArqueroTable {
  filter(expression: string): ArqueroTable;
  semijoin(other: ArqueroTable, keys: readonly [string, string]): ArqueroTable;
  groupby(...keys: readonly unknown[]): ArqueroTable;
  orderby(...keys: readonly unknown[]): ArqueroTable;
  rollup(values: Readonly<Record<string, string>>): ArqueroTable;
  slice(from: number, to: number): ArqueroTable;
  numRows(): number;
  array(name: string): ArrayLike<number>;
  objects(): readonly Readonly<Record<string, number>>[];
}

interface Arquero {
  readonly table: (columns: Readonly<Record<string, ArrayLike<number>>>) => ArqueroTable;
  readonly desc: (name: string) => unknown;
}

const size = Number(process.argv[2]);
const { table, desc } = (await importPeer('arquero')) as Arquero;

const people = new Map<string, Int32Array>(
  ['id', 'isCurrent', 'unit', 'rank', 'birth', 'rankOrder', 'healthOrder', ...codeFieldNames].map((name) => [
    name,
    new Int32Array(size),
  ]),
);
/** Behind all codes: what is not filled in comes last. */
const last = 1000;
const posts = { person: [] as number[], level: [] as number[], from: [] as number[], to: [] as number[] };
const appraisals = { person: [] as number[], year: [] as number[], result: [] as number[] };

function put(name: string, row: number, value: number): void {
  const column = people.get(name);
  if (column) column[row] = value;
}

for (let number = 0; number < size; number++) {
  const person = personOf(number, size);
  put('id', number, number);
  put('isCurrent', number, isCurrent(person) ? 1 : 0);
  put('unit', number, person.unit);
  put('rank', number, rankOf(person));
  put('birth', number, person.dates.birth);
  put('rankOrder', number, rankOf(person) || last);
  put('healthOrder', number, person.codes.health || last);
  for (const name of codeFieldNames) put(name, number, person.codes[name]);
  for (const [, level = 0, , from = 0, to = 0] of person.rows.posts) {
    posts.person.push(number);
    posts.level.push(level);
    posts.from.push(from);
    posts.to.push(to);
  }
  for (const [year = 0, result = 0] of person.rows.appraisals) {
    appraisals.person.push(number);
    appraisals.year.push(year);
    appraisals.result.push(result);
  }
}

const person = table(Object.fromEntries(people));
const post = table(typed(posts));
const appraisal = table(typed(appraisals));

const inReach = `d.isCurrent === 1 && d.unit >= 1 && d.unit <= ${lastPlace(size, wideScope)}`;
const members = () => person.filter(`d => ${inReach} && d.party === 1`);
const firstIds = (name: string) =>
  Array.from(members().orderby(`${name}Order`, desc('birth'), 'id').slice(0, 50).array('id'), String);

const asks: Readonly<Record<string, () => Answer>> = {
  Q1: () => [
    String(
      person
        .filter(
          `d => ${inReach} && (d.rank === 5 || d.rank === 6 || d.rank === 7) && d.gender === 2 && d.party === 1
            && d.edu >= 4 && d.edu <= 9 && d.birth >= ${born1980}`,
        )
        .numRows(),
    ),
  ],
  Q2: () =>
    members()
      .groupby({ band: `d => d.birth === 0 ? 0 : floor((${thisMonth} - d.birth) / 60)` }, 'edu')
      .rollup({ count: 'd => count()' })
      .objects()
      .map(({ band, edu, count }) => line(band, edu, count))
      .toSorted(),
  Q3() {
    const held = post.filter(`d => d.level === 5 && (d.to === 0 ? ${thisMonth} : d.to) - d.from >= 36`);
    const found = person.filter(`d => ${inReach}`).semijoin(held, ['id', 'person']);
    const excellent = appraisal
      .semijoin(found, ['person', 'id'])
      .groupby('person')
      .orderby(desc('year'))
      .filter('d => row_number() <= 3 && d.result === 1')
      .rollup({ count: 'd => count()' })
      .filter('d => d.count === 3');
    return [String(excellent.numRows())];
  },
  Q5: () => firstIds('rank'),
  'Q5 worst order': () => firstIds('health'),
  Q6() {
    const found = members();
    return facetFields
      .map(fieldName)
      .flatMap((name) =>
        found
          .groupby(name)
          .rollup({ count: 'd => count()' })
          .objects()
          .map((row) => `${name}|${line(row[name], row['count'])}`),
      )
      .toSorted();
  },
};

const results: PeerResult[] = [];
for (const [name, ask] of Object.entries(asks)) {
  const answer = ask();
  await warm(ask);
  const times = Array.from({ length: leastRuns }, () => timeOf(ask));
  results.push({ name, ms: median(times), answer });
}
console.log(JSON.stringify(results));

function typed(columns: Readonly<Record<string, readonly number[]>>): Record<string, Int32Array> {
  return Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, Int32Array.from(values)]));
}

/** 0 is not filled in, in the last place it is a number. */
function line(...values: readonly (number | undefined)[]): string {
  return values.map((value) => value || '').join('|');
}
