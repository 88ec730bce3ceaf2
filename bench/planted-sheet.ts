import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeWorkbook, type TableRow } from '#documents/render';

/** A cell that was made wrong on purpose. */
export interface PlantedError {
  readonly row: number;
  /** Letters, A to L. */
  readonly column: string;
  readonly code: string;
}

const heads = [
  '姓名',
  '身份证号',
  '学历名称',
  '学历代码',
  '学位名称',
  '入学时间',
  '毕业时间',
  '学位授予时间',
  '学校名称',
  '专业',
  '教育类别',
  '学制年限',
];
/** One row in this many is wrong. */
const wrongEvery = 33;

interface Person {
  readonly name: string;
  readonly nationalId: string;
  readonly school: string;
}

/**
 * Writes a sheet of 学历学位 for the people of a store: every second row corrects the major of the study that is recorded, the others
 * add one. Some 3 % of the rows have one wrong cell each; these are answered.
 */
export async function writePlantedSheet(data: string, path: string, rows: number): Promise<PlantedError[]> {
  const people = readPeople(data);
  const planted: PlantedError[] = [];
  function* table(): Generator<TableRow> {
    for (let index = 0; index < rows; index += 1) {
      const person = people[Math.floor(index / 2) % people.length];
      if (!person) throw new Error('the store has nobody with an education');
      const round = Math.floor(index / 2 / people.length);
      const cells: string[] =
        index % 2 === 0 && round === 0 ? corrected(person, index) : added(person, index);
      if (index % wrongEvery === wrongEvery - 1) planted.push({ row: index + 2, ...spoil(cells, index) });
      yield { cells };
    }
  }
  const book = writeWorkbook({
    sheets: [
      {
        name: '学历学位',
        titles: [],
        columns: heads.map(() => ({ width: 16 })),
        head: [{ cells: heads }],
        rows: table(),
        page: { orientation: 'landscape', pageNumbers: false },
      },
    ],
  });
  await pipeline(Readable.from(book, { objectMode: false }), createWriteStream(path));
  return planted;
}

function readPeople(data: string): Person[] {
  const store = new DatabaseSync(join(data, 'cadre.db'), { readOnly: true });
  try {
    const rows = store
      .prepare(
        "select p.name, p.national_id as number, r.rows from person_index p join current_records r on r.subject = p.id and r.set_code = 'A08' " +
          'where p.national_id is not null order by p.id',
      )
      .all();
    return rows.flatMap(({ name, number, rows: json }) => {
      const studies = JSON.parse(String(json)) as { educationName?: string; school?: string }[];
      const schools = studies.filter(({ educationName }) => educationName === '大学');
      const school = schools.length === 1 ? schools[0]?.school : undefined;
      return school ? [{ name: String(name), nationalId: String(number), school }] : [];
    });
  } finally {
    store.close();
  }
}

/** A row for the university study that is recorded, with another major; what is left empty stays. */
function corrected({ name, nationalId, school }: Person, index: number): string[] {
  return [name, nationalId, '大学', '', '', '', '', '', school, `第${index % 97}专业`, '', ''];
}

const spellings = [
  (year: number, month: string) => `${year}.${month}`,
  (year: number, month: string) => `${year}年${Number(month)}月`,
  (year: number, month: string) => `${year}${month}01`,
  (year: number, month: string) => `${year}-${month}`,
  (year: number, month: string) => `${year}/${month}/01`,
];

function added({ name, nationalId }: Person, index: number): string[] {
  const spell = spellings[index % spellings.length] ?? ((year: number) => String(year));
  const year = 2004 + (index % 12);
  return [
    name,
    nationalId,
    '研究生',
    index % 3 === 0 ? '研究生' : '',
    index % 2 === 0 ? '工商管理硕士专业' : '公共管理硕士专业',
    spell(year, '09'),
    spell(year + 3, '07'),
    spell(year + 3, '07'),
    `样板大学第${index}研究生院`,
    '公共管理',
    ['全日制教育', '在职教育'][index % 2] ?? '',
    '3',
  ];
}

/** Makes one cell wrong, each time in another way. */
function spoil(cells: string[], index: number): { column: string; code: string } {
  const kinds: readonly (readonly [column: number, code: string, value: string])[] = [
    [1, 'person-unknown', '990001190001010047'],
    [1, 'bad-national-id', `${cells[1]?.slice(0, 17)}${cells[1]?.endsWith('0') ? '1' : '0'}`],
    [0, 'name-differs', `${cells[0]}错`],
    [3, 'unknown-code', '大学本可'],
    [5, 'bad-date', '2003.13'],
    [6, 'bad-date', '2004年2月30日'],
    [7, 'bad-date', '不详'],
    [10, 'unknown-code', '空中大学'],
    [6, 'date-order', '1966.07'],
    [1, 'bad-national-id', '12345'],
  ];
  const [column, code, value] = kinds[Math.floor(index / wrongEvery) % kinds.length] ?? [0, '', ''];
  cells[column] = value;
  // An end before a beginning needs one.
  if (code === 'date-order' && cells[5] === '') cells[5] = '1993.09';
  return { column: String.fromCharCode(65 + column), code };
}

/** The planted errors that were not found, and those that were found and not planted. */
export function compareErrors(
  planted: readonly PlantedError[],
  found: readonly { readonly row: number; readonly column: string; readonly code: string }[],
): { missed: string[]; invented: string[] } {
  const key = ({ row, column, code }: PlantedError) => `${column}${row} ${code}`;
  const expected = new Set(planted.map(key));
  const told = new Set(found.map(key));
  return {
    missed: [...expected].filter((each) => !told.has(each)),
    invented: [...told].filter((each) => !expected.has(each)),
  };
}
