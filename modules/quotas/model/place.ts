import type { DateKey } from '#engine';
import type { Bucket } from './buckets.ts';
import type { CareerPost } from './career.ts';

/** Why a place does not count. */
export type NotCounted =
  | 'attached'
  | 'elsewhere'
  | 'exempt'
  | 'slot'
  | 'concurrentRank'
  | 'exMilitary'
  | 'districtTeam';

/** What a person fills on one day. */
export interface PlaceOn {
  /** The legal unit. */
  readonly unit: string;
  readonly bucket: Bucket;
  /** The rank (ZB148) of a place of a rank group. */
  readonly rank: string | null;
  /** Null where it counts. */
  readonly reason: NotCounted | null;
  /** A rank beside a leading post (兼任职级). */
  readonly isConcurrent: boolean;
  /** The post that makes the place; null for ranks. */
  readonly post: CareerPost | null;
  /** The main post of the day, of which reasons speak. */
  readonly main: CareerPost | null;
}

/** 占职: a place for a half-open span of days, from the first day on up to and without the last. */
export interface Place extends Omit<PlaceOn, 'post' | 'main'> {
  readonly from: DateKey;
  readonly to: DateKey;
}
