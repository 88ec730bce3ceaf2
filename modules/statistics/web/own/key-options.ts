import type { OperationOutput } from '#platform/model';
import type { readQueryFields } from '#modules/query';
import type { OwnKey } from '../../model/own/own-table-spec.ts';

type Fields = OperationOutput<typeof readQueryFields>;

export interface KeyOption {
  readonly key: OwnKey;
  readonly label: string;
  /** What it is found by, in lower case. */
  readonly find: string;
}

export interface KeyGroup {
  readonly label: string;
  readonly options: readonly KeyOption[];
}

/** Facts that only serve the program. */
const unasked: ReadonlySet<string> = new Set(['isCurrent', 'isServing']);

/** 统计项 as a choice: band sets first, then coded fields and facts of the person, units and dates by year. */
export function keyGroups({ fields, bandSets }: Fields): readonly KeyGroup[] {
  const askable = new Set(fields.map(({ name }) => name));
  const option = (key: OwnKey, label: string): KeyOption => ({ key, label, find: label.toLowerCase() });
  return [
    {
      label: '分段、分组',
      options: bandSets
        .filter(({ field }) => askable.has(field))
        .map(({ id, field, label }) => option({ field, bands: id }, label)),
    },
    {
      label: '信息项',
      options: fields
        .filter(
          ({ of, kind, name }) =>
            of === 'person' && ['code', 'unit', 'date'].includes(kind) && !unasked.has(name),
        )
        .map(({ name, label, kind }) => option({ field: name }, kind === 'date' ? `${label}（年）` : label)),
    },
  ];
}
