import { host } from './host.ts';

let lastMillisecond = 0;
let sequence = 0;

/** Random bytes are fetched for many ids at once: asking for them costs more than all the rest. */
const pool = new Uint8Array(4096);
const bytesPerId = 10;
let used = pool.length;

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A new random id (UUIDv7): its order is the order of creation, also within one millisecond, which keeps the tables
 * that are clustered by it compact.
 */
export function newId(now: number = Date.now()): string {
  if (used + bytesPerId > pool.length) {
    host.crypto.getRandomValues(pool);
    used = 0;
  }
  const random = pool.subarray(used, (used += bytesPerId));
  if (now > lastMillisecond) {
    lastMillisecond = now;
    sequence = ((random[0] ?? 0) << 2) & 0x3ff;
  } else {
    sequence += 1;
    if (sequence > 0xfff) {
      lastMillisecond += 1;
      sequence = 0;
    }
  }
  const time = lastMillisecond.toString(16).padStart(12, '0');
  const counter = sequence.toString(16).padStart(3, '0');
  const variant = (0x8 | ((random[1] ?? 0) & 0x3)).toString(16);
  let tail = '';
  for (let index = 2; index < bytesPerId; index += 1) tail += hex[random[index] ?? 0];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${variant}${tail.slice(0, 3)}-${tail.slice(3, 15)}`;
}

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return idPattern.test(text);
}
