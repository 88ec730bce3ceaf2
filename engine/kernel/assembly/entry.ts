// The kernel in AssemblyScript: WebAssembly with SIMD. What each function does is said in ../kernel.ts.
export { inSet8, inSet16, inSet32, range8, range16, range32 } from './scans';
export { and, or, andNot, count, countAnd, positions, setGaps } from './bitmaps';
export {
  histogram8,
  histogram16,
  histogram32,
  histogramList,
  cross8,
  gather8,
  gather16,
  gather32,
} from './counting';
export { countPlanes, planes8, planes16 } from './planes';
export { nth8, nth16, nth32 } from './nth';
export { liftAny, liftCount, liftSequence, liftRow, lower } from './lifts';
export { liftMonths } from './lift-months';
export { find, jsonStrings, checksum } from './text';
