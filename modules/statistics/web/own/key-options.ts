import type { OperationOutput } from '#platform/model';
import type { readQueryFields } from '#modules/query';

type Fields = OperationOutput<typeof readQueryFields>;

/** 统计项 as a choice: band sets first, then coded fields and facts of the person, units and dates by year. */
export function keyOptions({ fields, bandSets }: Fields) {
  const askable = new Set(fields.map(({ name }) => name));
  return [
    {
      label: '分段、分组',
      options: bandSets
        .filter(({ field }) => askable.has(field))
        .map(({ id, label }) => ({ value: id, label })),
    },
    {
      label: '信息项',
      options: fields
        .filter(({ of, kind }) => of === 'person' && ['code', 'unit', 'date'].includes(kind))
        .map(({ name, label, kind }) => ({ value: name, label: kind === 'date' ? `${label}（年）` : label })),
    },
  ];
}

/** The key that a choice stands for: `age:standard` is a band set, `A01.sexCode` a field. */
export function keyOfChoice(choice: string, { bandSets }: Fields): { field: string; bands?: string } {
  const set = bandSets.find(({ id }) => id === choice);
  return set ? { field: set.field, bands: set.id } : { field: choice };
}
