import { Button } from 'antd';
import { useState } from 'react';
import { EmptyState, ErrorView, Loading, useCall, useCan } from '#platform/web';
import { readCompleteness } from '../../model/contracts.ts';
import { FieldBars } from './field-bars.tsx';
import { RequiredDrawer } from './required-drawer.tsx';
import { SetTable } from './set-table.tsx';

export interface CompletenessTabProps {
  readonly unit: string | undefined;
  readonly onUnit: (unit: string | undefined) => void;
}

/** 完整性: in how many people's records the required fields are filled in. */
export function CompletenessTab({ unit, onUnit }: CompletenessTabProps) {
  const { data, error, refetch } = useCall(
    readCompleteness,
    { body: unit === undefined ? {} : { unit } },
    { keepPrevious: true },
  );
  const [isChoosing, setChoosing] = useState(false);
  const mayEdit = useCan('check:edit');
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading label="正在统计填写情况…" />;
  return (
    <>
      <div className="checks-line">
        <p>
          在职 <strong>{data.people.toLocaleString('zh-CN')}</strong> 人，应填 {data.fields.length} 项
          <span className="soft-text">　截至 {data.asOf}</span>
        </p>
        {mayEdit && <Button onClick={() => setChoosing(true)}>设置应填项目</Button>}
      </div>
      {data.fields.length === 0 ? (
        <EmptyState title="还没有应填项目" hint="设置应填项目后，这里列出各项的填写情况和缺项人员。" />
      ) : (
        <div className="checks-columns">
          <section aria-labelledby="checks-fields">
            <h2 id="checks-fields">按项目</h2>
            <FieldBars fields={data.fields} people={data.people} asOf={data.asOf} />
          </section>
          <section aria-labelledby="checks-sets">
            <h2 id="checks-sets">按机构和信息集</h2>
            <p className="soft-text">应填项目全部填写的人员所占比例。</p>
            <SetTable data={data} current={unit} onUnit={onUnit} />
          </section>
        </div>
      )}
      {isChoosing && <RequiredDrawer onClose={() => setChoosing(false)} />}
    </>
  );
}
