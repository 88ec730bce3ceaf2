import { sql, type Kysely } from 'kysely';

/**
 * Between the sound of a name and its characters stands a sign before the blank now, so that 陈峰 comes before 陈峰健. The
 * surnames 种 and 么, which were read as ordinary words only, get their own reading.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['person_index', 'person_index_staged']) {
    await sql
      .raw(
        `update ${table} set name_sort = substr(name_sort, 1, length(name_sort) - length(name) - 1) || char(1) || name
         where name_sort like '% ' || name`,
      )
      .execute(db);
    for (const [surname, sound, letter] of [
      ['种', 'chong', 'c'],
      ['么', 'yao', 'y'],
    ])
      await sql
        .raw(
          `update ${table} set pinyin = '${letter}' || substr(pinyin, 2) || ' ' || pinyin,
             name_sort = '${sound}' || substr(name_sort, instr(name_sort, ' '))
           where name like '${surname}%' and pinyin not like '${letter}%' and pinyin not like '% %'`,
        )
        .execute(db);
  }
}
