export {
  BadQuestion,
  QuestionExpired,
  type Asking,
  type Band,
  type FacetValue,
  type Found,
  type Group,
  type GroupedCounts,
  type GroupKey,
  type Head,
  type NumberSummary,
  type SortKey,
} from './ask.ts';
export {
  dateKey,
  dateText,
  dayKey,
  dayOfMonth,
  lowerBound,
  monthIndex,
  monthOfYear,
  monthsBetween,
  partOf,
  upperBound,
  yearOf,
  type DateKey,
} from './column/date-key.ts';
export { isVisible } from './as-of/row-visibility.ts';
export { createEngine, type Engine, type EngineOptions } from './engine.ts';
export { plainReader } from './facts/plain-reader.ts';
export {
  type Fact,
  type FactReader,
  type FactValue,
  type HeldSpan,
  type PersonFact,
  type PersonReader,
  type RowFact,
  type RowWalk,
} from './facts/fact.ts';
export { createMemory } from './kernel/load-kernel.ts';
export { Arena } from './memory/arena.ts';
export type * from './plan/question.ts';
export { openSnapshot, readSnapshot, type OpenedSnapshot } from './snapshot/read-snapshot.ts';
export {
  BadSnapshot,
  headBytes,
  preludeBytes,
  tailBytes,
  type SnapshotFault,
} from './snapshot/snapshot-format.ts';
export { snapshotChunks, SnapshotOvertaken } from './snapshot/write-snapshot.ts';
export { createDataset } from './table/create-dataset.ts';
export { foldText } from './text/fold.ts';
export { type RowOrder } from './table/loading/gathered-rows.ts';
export { type PeopleBatch } from './table/loading/people-batch.ts';
export { PeopleReader } from './table/loading/people-reader.ts';
export { memoryOf, type MemoryReport } from './table/memory-report.ts';
export { type DatasetOptions, type DatasetPatch, type MutableDataset } from './table/mutable-dataset.ts';
export { type Column, type Dataset } from './table/dataset.ts';
export type * from './table/schema.ts';
export type * from './table/source.ts';
export { largestRemainder } from './verbs/percent.ts';
