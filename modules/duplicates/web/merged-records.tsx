import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { EmptyState, useAction, useConfirm, useNotes } from '#platform/web';
import { separateMerged } from '../model/contracts.ts';
import type { DuplicateList } from './pair-table.tsx';

type Merged = DuplicateList['merged'][number];

/** What was merged, with the way to take it out again. */
export function MergedRecords({ merged }: { merged: readonly Merged[] }) {
  const separate = useAction(separateMerged);
  const client = useQueryClient();
  const confirm = useConfirm();
  const { done, failed } = useNotes();
  if (merged.length === 0) {
    return <EmptyState title="没有合并过的记录" hint="合并后的记录列在这里，发现合并有误时可以拆分。" />;
  }
  const takeOut = async (record: Merged): Promise<void> => {
    const agreed = await confirm({
      title: `拆分“${record.mergedName}”的记录`,
      content:
        '并入的记录恢复为合并前的内容；合并时带来、此后没有改动的各条记录从现记录中取出。因它的三龄认定而写入、此后没有改动的日期恢复为合并前的内容。基本情况中由它补充的其他内容保留，请拆分后核对。',
      verb: '拆分',
    });
    if (!agreed) return;
    try {
      await separate.mutateAsync({ body: { person: record.person, merged: record.merged } });
      await client.invalidateQueries();
      done('已拆分为两条记录');
    } catch (error) {
      failed(error);
    }
  };
  return (
    <table className="duplicates-table">
      <thead>
        <tr>
          <th>现记录</th>
          <th>并入的记录</th>
          <th>合并日期</th>
          <th>
            <span className="visually-hidden">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {merged.map((record) => (
          <tr key={record.merged}>
            <td>
              <Link to="/cadres/$id" params={{ id: record.person }}>
                {record.name}
              </Link>
            </td>
            <td>{record.mergedName}</td>
            <td>{record.on.replaceAll('-', '.')}</td>
            <td className="is-action">
              <Button size="small" onClick={() => void takeOut(record)}>
                拆分
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
