/** What a place (占职) fills: a leading post of a unit, one of its internal offices, or a rank. */
export type Bucket = LeadingBucket | RankGroup;

export type LeadingBucket = 'principal' | 'deputy' | 'member' | 'internalHead' | 'internalDeputy';

/** Ranks that share their number (职级组). */
export type RankGroup =
  | 'rank:consultant2'
  | 'rank:consultant34'
  | 'rank:principalStaff12'
  | 'rank:principalStaff34';

/** A line of a quota table; heads and deputies of internal offices are one where only their sum is approved. */
export type TableBucket = Bucket | 'internal';

interface BucketWords {
  /** Of QT01-BUCKET. */
  readonly code: string;
  readonly label: string;
}

/** In the order of QT01-BUCKET. */
export const buckets: Readonly<Record<TableBucket, BucketWords>> = {
  principal: { code: '11', label: '正职' },
  deputy: { code: '12', label: '副职' },
  member: { code: '13', label: '其他班子成员' },
  internal: { code: '2', label: '内设机构领导' },
  internalHead: { code: '21', label: '内设机构正职' },
  internalDeputy: { code: '22', label: '内设机构副职' },
  'rank:consultant2': { code: '31', label: '二级调研员' },
  'rank:consultant34': { code: '32', label: '三级、四级调研员' },
  'rank:principalStaff12': { code: '33', label: '一级、二级主任科员' },
  'rank:principalStaff34': { code: '34', label: '三级、四级主任科员' },
};

export const tableBuckets = Object.keys(buckets) as readonly TableBucket[];

export const leadingBuckets: readonly LeadingBucket[] = [
  'principal',
  'deputy',
  'member',
  'internalHead',
  'internalDeputy',
];

export const rankGroups: readonly RankGroup[] = [
  'rank:consultant2',
  'rank:consultant34',
  'rank:principalStaff12',
  'rank:principalStaff34',
];

/** The ranks (ZB148) whose numbers are limited, the higher first. */
export const rankBuckets: Readonly<Record<string, RankGroup>> = {
  '14': 'rank:consultant2',
  '15': 'rank:consultant34',
  '16': 'rank:consultant34',
  '17': 'rank:principalStaff12',
  '18': 'rank:principalStaff12',
  '19': 'rank:principalStaff34',
  '1A': 'rank:principalStaff34',
};

export function isRankGroup(bucket: TableBucket): bucket is RankGroup {
  return bucket.startsWith('rank:');
}
