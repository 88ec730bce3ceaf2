import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareErrors, writePlantedSheet, type PlantedError } from '../../bench/planted-sheet.ts';
import { cadre, cadreJson } from '../support/run-cadre.ts';
import { tempFolder } from '../support/temp-folder.ts';

interface SheetReport {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly asked: number;
  readonly errors: readonly (PlantedError & { readonly value: string; readonly reason: string })[];
}

let data = '';

beforeAll(async () => {
  data = join(tempFolder(), 'data');
  await cadreJson(0, 'sample', '--persons', '150', '--data', data);
});

const read = (code: number, path: string, ...more: readonly string[]) =>
  cadreJson<SheetReport>(code, 'import', path, '--data', data, ...more);

function firstPerson(): { name: string; number: string; changes: number } {
  const store = new DatabaseSync(join(data, 'cadre.db'), { readOnly: true });
  try {
    const row = store
      .prepare(
        'select name, national_id as number from person_index where national_id is not null order by id',
      )
      .get();
    const changes = Number(store.prepare('select count(*) as count from changes').get()?.['count']);
    return { name: String(row?.['name']), number: String(row?.['number']), changes };
  } finally {
    store.close();
  }
}

describe('a sheet with planted errors', () => {
  it('tells every one and invents none, and writes nothing unless the good rows are wanted', async () => {
    const path = join(tempFolder(), 'planted.xlsx');
    const planted = await writePlantedSheet(data, path, 400);
    const before = firstPerson().changes;
    const refused = await read(1, path, '--set', 'A08');
    expect(compareErrors(planted, refused.errors)).toEqual({ missed: [], invented: [] });
    expect(refused).toMatchObject({ rows: 400, refused: planted.length });
    expect(firstPerson().changes).toBe(before);

    const written = await read(1, path, '--set', 'A08', '--accept-good');
    expect(written.created + written.updated).toBe(400 - planted.length);
    expect(firstPerson().changes).toBe(before + 1);
    const again = await read(1, path, '--set', 'A08', '--accept-good');
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 400 - planted.length });
    expect(firstPerson().changes).toBe(before + 1);
    expect(await cadreJson(0, 'verify', '--data', data)).toMatchObject({ ok: true });
  });
});

describe('a text file', () => {
  it('corrects 人员基本情况, and only what it speaks of', async () => {
    const { name, number } = firstPerson();
    const path = join(tempFolder(), 'a01.csv');
    writeFileSync(path, `\ufeff姓名,身份证号,民族,专长,备注\n${name},${number},回,公文写作,\n`);
    expect(await read(0, path, '--set', 'A01')).toMatchObject({
      rows: 1,
      updated: 1,
      refused: 0,
      errors: [],
    });
    expect(await read(0, path, '--set', 'A01')).toMatchObject({ unchanged: 1 });
    writeFileSync(path, `姓名,身份证号,专长\n${name},${number},无\n`);
    expect(await read(0, path, '--set', 'A01', '--clear', '无')).toMatchObject({ updated: 1 });
    expect(await read(0, path, '--set', 'A01', '--clear', '无')).toMatchObject({ unchanged: 1 });
  });

  it('may have titles, numbers without a row, and remarks', async () => {
    const { name, number } = firstPerson();
    const path = join(tempFolder(), 'a14.csv');
    const text = `,奖惩统计表\n序号,姓名,身份证号,奖励名称,批准时间\n1,${name},${number},抗洪抢险先进个人,2021.03\n2,,,,\n3,,,,\n注：含以前年度,,,,\n合计,1,,,\n`;
    writeFileSync(path, text);
    expect(await read(0, path, '--set', 'A14')).toMatchObject({ rows: 1, created: 1, errors: [] });
  });

  it('corrects no record whose date is another one, unless that is said', async () => {
    const { name, number } = firstPerson();
    const path = join(tempFolder(), 'a14.csv');
    const sheet = (date: string) =>
      writeFileSync(path, `姓名,身份证号,奖惩名称,批准日期\n${name},${number},技术能手,${date}\n`);
    sheet('2015.03');
    expect(await read(0, path, '--set', 'A14')).toMatchObject({ created: 1, asked: 0 });
    sheet('2018.06');
    const asked = await read(1, path, '--set', 'A14', '--accept-good');
    expect(asked).toMatchObject({ created: 0, updated: 0, refused: 1, asked: 1 });
    expect(asked.errors).toMatchObject([{ row: 2, column: 'D', code: 'row-other-date', value: '2018.06' }]);
    expect(asked.errors[0]?.reason).toContain('已有：2015.03');
    const added = await read(0, path, '--set', 'A14', '--on-other-date', 'add');
    expect(added).toMatchObject({ created: 1, asked: 1 });
    expect(await read(0, path, '--set', 'A14')).toMatchObject({ unchanged: 1, asked: 0 });
    sheet('2020.01');
    // Nobody knows which of the two.
    const unclear = await read(1, path, '--set', 'A14', '--on-other-date', 'update');
    expect(unclear.errors).toMatchObject([{ code: 'row-unclear' }]);
    const told = await cadre('import', path, '--set', 'A14', '--data', data, '--on-other-date', 'both');
    expect(told).toMatchObject({ code: 2 });
    expect(told.err).toContain('--on-other-date');
  });

  it('has dates within the life of the person', async () => {
    const { name, number } = firstPerson();
    const path = join(tempFolder(), 'a14.csv');
    const row = (date: string, index: number) => `${name},${number},奖${index},${date}`;
    writeFileSync(
      path,
      ['姓名,身份证号,奖惩名称,批准日期', row('1930.01', 1), row('2190.01', 2), row('2020', 3)].join('\n'),
    );
    const { errors, created } = await read(1, path, '--set', 'A14');
    expect(errors.map(({ row: at, column, code }) => `${column}${at} ${code}`)).toEqual([
      'D2 date-before-birth',
      'D3 date-in-future',
    ]);
    expect(created).toBe(1);
  });

  it('says what is wrong with it as a whole', async () => {
    const path = join(tempFolder(), 'other.csv');
    writeFileSync(path, '甲,乙\n1,2\n');
    const told = await cadre('import', path, '--set', 'A08', '--data', data, '--json');
    expect(told.code).toBe(2);
    expect(told.out).toContain('sheet-no-head');
    expect((await cadre('import', path, '--data', data)).err).toContain('--set');
    expect((await cadre('import', path, '--set', 'X99', '--data', data)).err).toContain('X99');
  });
});
