import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeWorkbook, type TableRow } from '#documents/render';

// A roster of so many rows and 20 columns into a file: texts of usual lengths, ID numbers, numbers.
const [count = '0', path = ''] = process.argv.slice(2);
const columns = 20;

function* rows(): Generator<TableRow> {
  for (let row = 1; row <= Number(count); row += 1) {
    const cells = Array.from({ length: columns }, (_, column) => {
      if (column === 0) return row;
      if (column === 1) return `110101197${row % 10}01${String(row % 10_000).padStart(4, '0')}00`;
      if (column % 5 === 4) return (row * column) % 97;
      return column % 5 === 3
        ? `样板区第 ${row % 500} 单位党组成员、副局长`
        : `第${(row * column) % 1000}项内容`;
    });
    yield { cells };
  }
}

const book = writeWorkbook({
  sheets: [
    {
      name: '名册',
      titles: [{ text: '干部名册' }],
      subLine: { left: '单位：样板区', right: '截止时间：2026年11月' },
      columns: Array.from({ length: columns }, () => ({ width: 14 })),
      head: [{ cells: Array.from({ length: columns }, (_, column) => `第 ${column + 1} 列`) }],
      rows: rows(),
      page: { orientation: 'landscape' },
    },
  ],
});
await pipeline(Readable.from(book, { objectMode: false }), createWriteStream(path));
