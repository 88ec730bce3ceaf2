import { Tabs } from 'antd';
import { EmptyState, ErrorView, Loading, useCall } from '#platform/web';
import { listDuplicates } from '../model/contracts.ts';
import { DistinctPairs } from './distinct-pairs.tsx';
import { MergedRecords } from './merged-records.tsx';
import { PairTable } from './pair-table.tsx';
import './duplicates.css';

/** 查重: pairs that look like one person, those declared to be two, and what was merged. */
export function DuplicatesPage() {
  const { data, error, refetch } = useCall(listDuplicates, {});
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { pairs, counts, distinct, merged } = data;
  const total = counts['same-id'] + counts['same-name-birth'] + counts.similar;
  return (
    <div className="duplicates">
      <h1>查重</h1>
      <p className="soft-text">
        身份证号相同 {counts['same-id']} 对，姓名和出生年月相同 {counts['same-name-birth']} 对，其他相似{' '}
        {counts.similar} 对。
        {total > pairs.length && `先列出最相似的 ${pairs.length} 对。`}
      </p>
      <Tabs
        items={[
          {
            key: 'pairs',
            label: `待处理 ${total}`,
            children:
              pairs.length === 0 ? (
                <EmptyState title="没有发现疑似重复的干部" hint="新增、导入后会自动重新比对。" />
              ) : (
                <PairTable pairs={pairs} />
              ),
          },
          {
            key: 'merged',
            label: `已合并 ${merged.length}`,
            children: <MergedRecords merged={merged} />,
          },
          {
            key: 'distinct',
            label: `不是同一人 ${distinct.length}`,
            children: <DistinctPairs pairs={distinct} />,
          },
        ]}
      />
    </div>
  );
}
