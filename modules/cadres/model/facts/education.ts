import { lowerBound, type DateKey, type Fact, type FactReader, type PersonReader } from '#engine';
import type { CodeTables } from '#platform/model';
import { codeDegree, codeEducation } from '../coding/code-text.ts';
import { hasStoredRows } from './registered-post.ts';
import type { RuleBook } from './rule-book.ts';

/** Education (学历) and degree (学位) are two axes: a master's degree is no 研究生学历. */
type Axis = 'education' | 'degree';

/** 教育类别 (ZB123); of the highest of all it does not matter, and rows without it belong there only. */
type Mode = 'fullTime' | 'inService' | 'any';

const modeCodes = { fullTime: '1', inService: '2' };

/**
 * The highest education and degree of the rows of A08 that are finished on the reference date, a degree that is
 * conferred then; of several of the same step the last. For people of whom no row was entered the words of the form stand in
 * where they mean one code, on every date, because they have none.
 */
export function educationFacts(tables: CodeTables, rules: RuleBook): Fact[] {
  const facts: readonly (readonly [name: string, label: string, axis: Axis, mode: Mode])[] = [
    ['fullTimeEducation', '全日制最高学历', 'education', 'fullTime'],
    ['fullTimeDegree', '全日制最高学位', 'degree', 'fullTime'],
    ['inServiceEducation', '在职最高学历', 'education', 'inService'],
    ['inServiceDegree', '在职最高学位', 'degree', 'inService'],
    ['highestEducation', '最高学历', 'education', 'any'],
    ['highestDegree', '最高学位', 'degree', 'any'],
  ];
  const scales = { education: scaleOf('education', tables, rules), degree: scaleOf('degree', tables, rules) };
  return facts.map(([name, label, axis, mode]) => ({
    of: 'person',
    name,
    label,
    kind: 'code',
    codes: scales[axis].list,
    stepwise: true,
    bind: (reader, asOf) => highest(reader, asOf, mode, scales[axis]),
  }));
}

/** What is known of an axis, prepared once for all dates. */
interface Scale {
  readonly axis: Axis;
  /** The code table. */
  readonly list: string;
  /** How far down from the highest step each code stands. */
  readonly steps: ReadonlyMap<string, number>;
  /** The code that words mean. */
  readonly codeOf: (words: string) => string | null;
}

function scaleOf(axis: Axis, tables: CodeTables, rules: RuleBook): Scale {
  const list = axis === 'education' ? 'ZB64' : 'GB6864';
  const table = tables.get(list);
  const heads = rules[axis].value.steps;
  const steps = new Map<string, number>();
  for (const { code } of table?.items ?? []) {
    const step = code === null ? -1 : heads.findIndex((head) => table?.isWithin(code, head));
    if (code !== null && step >= 0) steps.set(code, step);
  }
  const names = new Map(Object.entries(rules.education.value.names));
  const codeOf = remembering((words) =>
    axis === 'degree'
      ? codeDegree(words, tables)
      : (codeEducation(words, tables) ?? names.get(words) ?? null),
  );
  return { axis, list, steps, codeOf };
}

function highest(
  reader: PersonReader,
  asOf: DateKey,
  mode: Mode,
  scale: Scale,
): (person: number) => string | null {
  const { axis, steps } = scale;
  const eachRow = reader.eachRow('A08');
  const rows = reader.rows('A08');
  const codeOf = rowCodes(rows, scale);
  const conferred = axis === 'degree' ? rows.dates('A08.degreeConferredOn') : null;
  const isOfMode = mode === 'any' ? null : rows.isAmong('A08.educationTypeCode', [modeCodes[mode]]);
  const hasRows = hasStoredRows(reader, 'A08');
  const written = writtenCodes(reader, mode, scale);
  let best: string | null = null;
  let bestStep = 0;
  const visit = (row: number): void => {
    if (isOfMode !== null && !isOfMode(row)) return;
    const code = codeOf(row);
    const step = code === null ? undefined : steps.get(code);
    if (step === undefined || (best !== null && step > bestStep)) return;
    const on = conferred === null ? null : conferred(row);
    if (on !== null && lowerBound(on) > asOf) return;
    best = code;
    bestStep = step;
  };
  return (person) => {
    best = null;
    eachRow(person, visit);
    return best ?? (hasRows(person) ? null : written(person));
  };
}

/** The code of a row; where it has none, that of its words. */
function rowCodes(rows: FactReader, { axis, codeOf }: Scale): (row: number) => string | null {
  const code = rows.strings(axis === 'education' ? 'A08.educationCode' : 'A08.degreeCode');
  const name = rows.strings(axis === 'education' ? 'A08.educationName' : 'A08.degreeName');
  return (row) => {
    const own = code(row);
    if (own !== null) return own;
    const words = name(row);
    return words === null ? null : codeOf(words);
  };
}

/** The code that the words of A01 mean. */
function writtenCodes(
  reader: PersonReader,
  mode: Mode,
  { axis, steps, codeOf }: Scale,
): (person: number) => string | null {
  const ending = axis === 'education' ? 'Education' : 'Degree';
  const columns = (mode === 'any' ? ['highest', 'fullTime', 'inService'] : [mode]).map((each) =>
    reader.strings(`A01.${each}${ending}`),
  );
  return (person) => {
    let best: string | null = null;
    for (const column of columns) {
      const words = column(person);
      const code = words === null ? null : codeOf(words);
      const step = code === null ? undefined : steps.get(code);
      if (step === undefined) continue;
      if (best === null || step < (steps.get(best) ?? step)) best = code;
    }
    return best;
  };
}

/** Coding words is slow, and the same words come again and again. */
function remembering(code: (words: string) => string | null): (words: string) => string | null {
  const known = new Map<string, string | null>();
  return (words) => {
    let answer = known.get(words);
    if (answer === undefined) {
      answer = code(words);
      known.set(words, answer);
    }
    return answer;
  };
}
