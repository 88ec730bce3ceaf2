/** A request is kept small enough to be sent again after an interruption, and large enough not to be slow. */
export const batchLimits = { bytes: 64 * 1024 * 1024, files: 200 } as const;

/**
 * Groups files into requests, in order. A file that alone is larger than the limit (a zip) makes a request of its own.
 */
export function groupIntoBatches<T>(
  files: readonly T[],
  sizeOf: (file: T) => number,
  limits: { readonly bytes: number; readonly files: number } = batchLimits,
): T[][] {
  const batches: T[][] = [];
  let current: T[] = [];
  let bytes = 0;
  for (const file of files) {
    const size = sizeOf(file);
    if (current.length > 0 && (current.length >= limits.files || bytes + size > limits.bytes)) {
      batches.push(current);
      current = [];
      bytes = 0;
    }
    current.push(file);
    bytes += size;
  }
  if (current.length > 0) batches.push(current);
  return batches;
}
