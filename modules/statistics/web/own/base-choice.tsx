import { Select } from 'antd';
import { UnitPicker, useCall } from '#platform/web';
import { useUnits } from '#modules/organization/web';
import { listSavedQueries } from '#modules/query';
import type { TableBase } from '../../model/own/own-table-spec.ts';

const kinds: readonly { readonly value: TableBase['kind']; readonly label: string }[] = [
  { value: 'serving', label: '全部在职' },
  { value: 'unit', label: '一个机构（含下级）' },
  { value: 'saved', label: '查询方案、名单' },
  { value: 'all', label: '含历史人员' },
];

/** What has been chosen so far; `base` is null until the unit or the saved question is named. */
export interface BaseDraft {
  readonly kind: TableBase['kind'];
  readonly base: TableBase | null;
}

/** What a choice of the first step stands for. */
function drafted(kind: TableBase['kind']): BaseDraft {
  return { kind, base: kind === 'serving' || kind === 'all' ? { kind } : null };
}

/** 统计范围: which people are counted. */
export function BaseChoice({ draft, onChange }: { draft: BaseDraft; onChange: (draft: BaseDraft) => void }) {
  const { kind, base } = draft;
  const { units } = useUnits();
  const { data } = useCall(listSavedQueries, {}, { enabled: kind === 'saved', freshFor: 30_000 });
  return (
    <span className="own-base">
      <span>统计范围</span>
      <Select<TableBase['kind']>
        aria-label="统计范围"
        value={kind}
        options={[...kinds]}
        onChange={(next) => onChange(drafted(next))}
      />
      {kind === 'unit' && (
        <UnitPicker
          units={units}
          value={base?.kind === 'unit' ? base.unit : null}
          label="统计的机构"
          onChange={(unit) => onChange({ kind, base: unit === null ? null : { kind, unit } })}
        />
      )}
      {kind === 'saved' && (
        <Select
          aria-label="查询方案、名单"
          className="own-base-saved"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={data?.items.length === 0 ? '先在“查询”页面保存' : '选择查询方案或名单'}
          value={base?.kind === 'saved' ? base.saved : null}
          options={(data?.items ?? []).map(({ id, name, kind: what }) => ({
            value: id,
            label: what === 'list' ? `${name}（名单）` : name,
          }))}
          onChange={(saved: string | null) => {
            if (saved !== null) onChange({ kind, base: { kind, saved } });
          }}
        />
      )}
    </span>
  );
}
