import fc from 'fast-check';
import { dateKey } from '../column/date-key.ts';
import type { Found } from '../ask.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { ScratchPool } from '../plan/scratch-pool.ts';
import type { FoundContext } from '../plan/context.ts';
import type { MutableDataset } from '../table/mutable-dataset.ts';
import type { DatasetSchema } from '../table/schema.ts';
import type { SourcePerson, SourceUnit } from '../table/source.ts';
import { testDataset, testPerson } from '../table/test-dataset.ts';
import { createFound } from './found.ts';

export const kernels: readonly Kernel['name'][] = ['simd', 'plain'];

/** One column of each kind and of each width of keys. */
export const schema: DatasetSchema = {
  sets: [
    {
      name: 'P',
      label: '人员',
      repeating: false,
      columns: [
        { name: 'P.level', label: '层次', kind: 'code', codes: 'level' },
        { name: 'P.place', label: '籍贯', kind: 'code' },
        { name: 'P.unit', label: '单位', kind: 'unit' },
        { name: 'P.birth', label: '出生日期', kind: 'date' },
        { name: 'P.joined', label: '入党时间', kind: 'date' },
        { name: 'P.age', label: '年龄', kind: 'number' },
        { name: 'P.score', label: '得分', kind: 'number' },
        { name: 'P.pay', label: '金额', kind: 'number' },
        { name: 'P.name', label: '姓名', kind: 'text' },
        { name: 'P.never', label: '从未填写', kind: 'number' },
        { name: 'P.note', label: '说明', kind: 'paragraph' },
      ],
    },
    { name: 'R', label: '奖惩', repeating: true, columns: [{ name: 'R.kind', label: '种类', kind: 'code' }] },
  ],
  codes: [
    {
      id: 'level',
      entries: [
        { code: '9', label: '其他层次' },
        { code: '1', label: '局级' },
        { code: '11', label: '正局级', parent: '1' },
        { code: '12', label: '副局级', parent: '1' },
        { code: '2', label: '处级' },
        { code: '21', label: '正处级', parent: '2' },
        { code: '22', label: '副处级', parent: '2' },
      ],
    },
  ],
};

/** Ten units, two deep: `u3` has `u4` to `u6` below it, `u7` has `u8`. */
export const units: readonly SourceUnit[] = Array.from({ length: 10 }, (_, index) => ({
  id: `u${index}`,
  name: `第${index}单位`,
  parent: index === 0 ? null : index >= 4 && index <= 6 ? 'u3' : index === 8 ? 'u7' : 'u0',
}));

export type Values = Readonly<Record<string, string | number | null>>;

const two = (value: number) => String(value).padStart(2, '0');
const day = fc
  .tuple(
    fc.integer({ min: 1955, max: 2004 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .chain(([year, month, date]) =>
    fc.constantFrom(`${year}`, `${year}-${two(month)}`, `${year}-${two(month)}-${two(date)}`),
  );
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 5 });

/** What stands in the rows of people; codes outside of the list among it. */
export const anyValues: fc.Arbitrary<Values> = fc.record({
  level: orNull(fc.constantFrom('9', '1', '11', '12', '2', '21', '22', 'odd')),
  place: orNull(fc.integer({ min: 0, max: 400 }).map((code) => `p${code}`)),
  unit: orNull(fc.integer({ min: 0, max: 9 }).map((unit) => `u${unit}`)),
  birth: orNull(day),
  joined: orNull(fc.integer({ min: 1970, max: 2020 }).map((year) => `${year}-07`)),
  age: orNull(fc.integer({ min: 18, max: 70 })),
  score: orNull(fc.integer({ min: -300, max: 900 })),
  pay: orNull(fc.constantFrom(5, 100_000, 7_000_000, 2_000_000_000)),
  name: orNull(fc.constantFrom('陈静', '陈静怡', '安宁', '王建国', '赵敏', '王')),
});

export const anyPeople = fc.array(anyValues, { minLength: 0, maxLength: 150 });

/** People in a dataset and beside it as plain objects. */
export class Sample {
  readonly dataset: MutableDataset;
  /** By number; missing when removed. */
  readonly people = new Map<number, Values>();
  readonly #scratch: ScratchPool;

  constructor(kernel: Kernel['name'], people: readonly Values[]) {
    for (const [number, values] of people.entries()) this.people.set(number, values);
    this.dataset = testDataset(schema, [...this.people].map(source), { kernel, units });
    this.#scratch = new ScratchPool(this.dataset.arena);
  }

  patch(changed: ReadonlyMap<number, Values>, removed: readonly number[]): void {
    const gone = removed.filter((number) => this.people.delete(number));
    for (const [number, values] of changed) this.people.set(number, values);
    this.dataset.patch({
      changed: [...changed].map(source),
      removed: gone.filter((number) => !changed.has(number)).map((number) => source([number, {}]).id),
    });
  }

  /** The people of whom `is` is true, found, and the same people as plain objects by row. */
  find(is: (number: number) => boolean): { readonly found: Found; readonly rows: readonly FoundRow[] } {
    const { dataset } = this;
    const rows = [...this.people]
      .filter(([number]) => is(number))
      .map(([number, values]) => ({ row: dataset.rowOf(source([number, {}]).id) ?? -1, values }))
      .toSorted((left, right) => left.row - right.row);
    const bits = this.#scratch.take(dataset.root.bitmapBytes);
    const words = dataset.arena.u32(bits, dataset.root.bitmapBytes >>> 2).fill(0);
    for (const { row } of rows) words[row >>> 5] = (words[row >>> 5] ?? 0) | (1 << (row & 31));
    return { found: createFound(this.context(), bits, rows.length), rows };
  }

  /** Where a value of a field stands in the order of the field; null for none. */
  place(field: string, value: string | number | null | undefined): number | string | null {
    if (value === null || value === undefined) return null;
    const column = this.dataset.column(field);
    if (column?.kind === 'code') return column.dictionary.keyOf(String(value)) ?? -1;
    if (column?.kind === 'unit') return units.findIndex(({ id }) => id === value);
    return column?.kind === 'date' ? dateKey(String(value)) : value;
  }

  context(): FoundContext {
    const { dataset } = this;
    return {
      dataset,
      asOf: dateKey('2026-06-30') ?? 0,
      column: (name) => dataset.column(name),
      read: (name) => {
        const column = dataset.column(name);
        if (column?.kind !== 'date') return undefined;
        return { kind: 'date', at: (row) => (column.months.at(row) << 6) | (column.parts.at(row) ^ 1) };
      },
      scratch: this.#scratch,
      expired: () => undefined,
    };
  }
}

export interface FoundRow {
  readonly row: number;
  readonly values: Values;
}

function source([number, values]: readonly [number, Values]): SourcePerson {
  return testPerson(number, { P: [values], R: [] });
}
