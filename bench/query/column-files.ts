// Writes what the peers are given, as files of comma-separated values: `column-files.ts FOLDER PERSONS`. Dates are
// numbers of months, codes are numbers, and what follows from the reference date is a column: who is in office and the
// rank of today. All of that is to the advantage of the peers.
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { codeFieldNames, dateFields } from './fields.ts';
import { isCurrent, personOf, rankOf, textsOf } from './people.ts';

const [folder = '', persons = '0'] = process.argv.slice(2);
const size = Number(persons);

class LineFile {
  readonly #descriptor: number;
  #lines: string[] = [];

  constructor(name: string) {
    this.#descriptor = openSync(join(folder, `${name}.csv`), 'w');
  }

  /** 0 is not filled in, which the files leave empty. */
  add(...values: readonly (number | string)[]): void {
    this.#lines.push(values.join(','));
    if (this.#lines.length > 10_000) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#descriptor);
  }

  #flush(): void {
    if (this.#lines.length > 0) writeSync(this.#descriptor, `${this.#lines.join('\n')}\n`);
    this.#lines = [];
  }
}

const people = new LineFile('person');
const posts = new LineFile('post');
const appraisals = new LineFile('appraisal');
const resumes = new LineFile('resume');
const orEmpty = (value: number) => (value === 0 ? '' : value);

for (let number = 0; number < size; number++) {
  const person = personOf(number, size);
  const codes = codeFieldNames.map((name) => orEmpty(person.codes[name]));
  const dates = dateFields.map((name) => orEmpty(person.dates[name]));
  const present = isCurrent(person) ? 1 : 0;
  people.add(number, present, orEmpty(person.unit), orEmpty(rankOf(person)), ...codes, ...dates);
  for (const [, level = 0, , from = 0, to = 0] of person.rows.posts)
    posts.add(number, orEmpty(level), orEmpty(from), orEmpty(to));
  for (const [year = 0, result = 0] of person.rows.appraisals) appraisals.add(number, year, orEmpty(result));
  resumes.add(number, textsOf(number).resume);
}
for (const file of [people, posts, appraisals, resumes]) file.close();
