/** How precisely a format shows a date; `time` for a time of day alone. */
export type DatePrecision = 'year' | 'month' | 'day' | 'time';

/** What a number format makes of a number. */
export interface NumberLook {
  /** Null for a plain number. */
  readonly date: DatePrecision | null;
  /** How many decimals are always shown; null when the format does not say. */
  readonly decimals: number | null;
}

const plain: NumberLook = { date: null, decimals: null };

/** Formats by number, as Chinese versions of the programs have them. */
const builtIn: Readonly<Record<number, NumberLook>> = {
  1: { date: null, decimals: 0 },
  2: { date: null, decimals: 2 },
  3: { date: null, decimals: 0 },
  4: { date: null, decimals: 2 },
  ...looks('day', [14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58]),
  ...looks('month', [17, 27, 36, 50, 52, 57]),
  ...looks('time', [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]),
};

function looks(date: DatePrecision, numbers: readonly number[]): Record<number, NumberLook> {
  return Object.fromEntries(numbers.map((number) => [number, { date, decimals: null }]));
}

/** The look that a format's number or its own code gives. */
export function numberLook(id: number, code: string | undefined): NumberLook {
  if (code === undefined) return builtIn[id] ?? plain;
  const [positive = ''] = withoutLiterals(code).split(';');
  const signs = positive.toLowerCase();
  const decimals = /^[#,]*0(?:\.(0+))?$/.exec(signs.trim());
  if (decimals) return { date: null, decimals: decimals[1]?.length ?? 0 };
  if (!/[ymdhse]/.test(signs) || /general/.test(signs)) return plain;
  // 年 is y, or e, the year of the era.
  if (/d/.test(signs)) return { date: 'day', decimals: null };
  if (/[ye]/.test(signs)) return { date: /m/.test(signs) ? 'month' : 'year', decimals: null };
  if (/[hs]/.test(signs)) return { date: 'time', decimals: null };
  return /m/.test(signs) ? { date: 'month', decimals: null } : plain;
}

/** A format code without what it only shows: quoted texts, escaped signs, colours and regions. */
function withoutLiterals(code: string): string {
  return code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[_*]./g, '')
    .replace(/am\/pm|上午\/下午/gi, '');
}

const dayLength = 86_400_000;
/** 30 December 1899: serial numbers count a 29 February 1900 that never was. */
const epoch = Date.UTC(1899, 11, 30);
const days1904 = 1462;

/** The date of a serial number in the precision of its format: 1972, 1972-11 or 1972-11-05; null for none. */
export function serialDate(serial: number, is1904: boolean, precision: DatePrecision = 'day'): string | null {
  const day = Math.floor(serial) + (is1904 ? days1904 : 0);
  if (!(day >= 1) || day > 2_958_465) return null;
  // The first sixty days of 1900 stand one too high.
  const date = new Date(epoch + (day < 60 ? day + 1 : day) * dayLength).toISOString().slice(0, 10);
  return precision === 'year' ? date.slice(0, 4) : precision === 'month' ? date.slice(0, 7) : date;
}
