// Counting by keys. Two equal keys in a row would wait for each other's count, so bytes are counted in four tables.

/** Four tables of 256 counts in the kernel's page. */
const tables: usize = 1024;

export function histogram8(column: usize, bits: usize, bytes: i32, counts: usize): void {
  memory.fill(tables, 0, 4096);
  for (const end = bits + bytes; bits < end; bits += 8, column += 64) {
    let left = load<u64>(bits);
    if (left == <u64>-1) {
      for (let part: usize = 0; part < 64; part += 8) {
        const keys = load<u64>(column + part);
        bump(tables + <usize>((keys & 255) << 2));
        bump(tables + 1024 + <usize>((keys >>> 6) & 1020));
        bump(tables + 2048 + <usize>((keys >>> 14) & 1020));
        bump(tables + 3072 + <usize>((keys >>> 22) & 1020));
        bump(tables + <usize>((keys >>> 30) & 1020));
        bump(tables + 1024 + <usize>((keys >>> 38) & 1020));
        bump(tables + 2048 + <usize>((keys >>> 46) & 1020));
        bump(tables + 3072 + <usize>((keys >>> 54) & 1020));
      }
      continue;
    }
    while (left) {
      const place = <usize>ctz(left);
      bump(tables + ((place & 3) << 10) + (<usize>load<u8>(column + place) << 2));
      left &= left - 1;
    }
  }
  for (let at: usize = 0; at < 1024; at += 16) {
    const sum = i32x4.add(
      i32x4.add(v128.load(tables + at), v128.load(tables + at, 1024)),
      i32x4.add(v128.load(tables + at, 2048), v128.load(tables + at, 3072)),
    );
    v128.store(counts + at, i32x4.add(v128.load(counts + at), sum));
  }
}

// @ts-ignore: decorator
@inline
function bump(at: usize): void {
  store<u32>(at, load<u32>(at) + 1);
}

// @ts-ignore: decorator
@inline
function histogram<T>(column: usize, bits: usize, bytes: i32, counts: usize): void {
  for (const end = bits + bytes; bits < end; bits += 8, column += 64 * sizeof<T>()) {
    let left = load<u64>(bits);
    while (left) {
      bump(counts + (<usize>load<T>(column + <usize>ctz(left) * sizeof<T>()) << 2));
      left &= left - 1;
    }
  }
}

export function histogram16(column: usize, bits: usize, bytes: i32, counts: usize): void {
  histogram<u16>(column, bits, bytes, counts);
}

export function histogram32(column: usize, bits: usize, bytes: i32, counts: usize): void {
  histogram<u32>(column, bits, bytes, counts);
}

export function histogramList(groups: usize, many: i32, counts: usize): void {
  for (const end = groups + (<usize>many << 2); groups < end; groups += 4) {
    bump(counts + (<usize>load<u32>(groups) << 2));
  }
}

export function cross8(a: usize, b: usize, stride: i32, bits: usize, bytes: i32, counts: usize): void {
  for (const end = bits + bytes; bits < end; bits += 8, a += 64, b += 64) {
    let left = load<u64>(bits);
    while (left) {
      const place = <usize>ctz(left);
      const group = <usize>load<u8>(a + place) * stride + <usize>load<u8>(b + place);
      bump(counts + (group << 2));
      left &= left - 1;
    }
  }
}

// @ts-ignore: decorator
@inline
function gather<T>(column: usize, rows: usize, many: i32, map: usize, groups: usize): void {
  for (const end = rows + (<usize>many << 2); rows < end; rows += 4, groups += 4) {
    const key = <usize>load<T>(column + <usize>load<u32>(rows) * sizeof<T>());
    store<u32>(groups, load<u32>(groups) + load<u32>(map + (key << 2)));
  }
}

export function gather8(column: usize, rows: usize, many: i32, map: usize, groups: usize): void {
  gather<u8>(column, rows, many, map, groups);
}

export function gather16(column: usize, rows: usize, many: i32, map: usize, groups: usize): void {
  gather<u16>(column, rows, many, map, groups);
}

export function gather32(column: usize, rows: usize, many: i32, map: usize, groups: usize): void {
  gather<u32>(column, rows, many, map, groups);
}
