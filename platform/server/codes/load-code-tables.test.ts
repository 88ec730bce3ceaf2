import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCodeTables } from './load-code-tables.ts';

const folder = import.meta.dirname;
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const files = read('table-files.json') as Record<string, string>;
const tables = loadCodeTables();

describe('the code tables of the program', () => {
  it('take every file of the folders, once', () => {
    const present = ['tables', 'own'].flatMap((name) =>
      readdirSync(join(folder, name))
        .filter((file) => file.endsWith('.json') && file !== 'index.json')
        .map((file) => `${name}/${file}`),
    );
    expect(present.length).toBeGreaterThan(35);
    expect(Object.values(files).toSorted()).toEqual(present.toSorted());
  });

  it('agree with the list of the folder in name, number of rows and whether they are verified', () => {
    const { tables: listed } = read('tables/index.json') as {
      tables: { file: string; name: string; count: number; verified: boolean }[];
    };
    expect(listed.length).toBeGreaterThan(35);
    for (const entry of listed) {
      const id = Object.keys(files).find((key) => files[key] === `tables/${entry.file}`) ?? '';
      const table = tables.get(id);
      expect({
        file: entry.file,
        name: table?.name,
        count: table?.items.length,
        verified: table?.verified,
      }).toEqual({
        file: entry.file,
        name: entry.name,
        count: entry.count,
        verified: entry.verified,
      });
    }
  });

  it('hold rows of the expected shape', () => {
    for (const table of tables.list()) {
      expect(table.items.length, table.id).toBeGreaterThan(0);
      for (const item of table.items) {
        expect(item.label, `${table.id} ${item.code}`).not.toBe('');
        expect(item.code, `${table.id} ${item.label}`).not.toBe('');
      }
    }
  });

  it('keep leading zeros and letters, and say which table is not verified', () => {
    expect(tables.get('GB3304')?.labelOf('01')).toBe('汉族');
    expect(tables.get('ZB129')?.labelOf('Z')).toBe('其他');
    expect(tables.get('A0248')?.labelOf('0')).toBe('占职数');
    expect(tables.get('ZB09')?.verified).toBe(true);
    expect(tables.get('ZB128')?.verified).toBe(false);
  });

  it('read 1A as a rank where a field may hold a level or a rank', () => {
    expect(tables.resolve('ZB09|ZB148', '1A')?.label).toBe('四级主任科员');
    expect(tables.resolve('ZB09|ZB148', '1A41')?.label).toBe('乡科级正职');
  });
});
