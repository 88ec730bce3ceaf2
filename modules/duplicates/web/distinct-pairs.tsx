import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { EmptyState, keyOf, useAction, useNotes, useOfficeClock } from '#platform/web';
import { forgetDistinct, listDuplicates } from '../model/contracts.ts';
import { PersonLines, type DuplicateList } from './pair-table.tsx';

/** Pairs that somebody has declared to be two people, with the way back. */
export function DistinctPairs({ pairs }: { pairs: DuplicateList['distinct'] }) {
  const clock = useOfficeClock();
  const forget = useAction(forgetDistinct);
  const client = useQueryClient();
  const { done, failed } = useNotes();
  if (pairs.length === 0) {
    return <EmptyState title="还没有认定" hint="对照后认定“不是同一人”的，不再提示，在这里可以取消认定。" />;
  }
  const takeBack = async (first: string, second: string): Promise<void> => {
    try {
      await forget.mutateAsync({ params: { first, second } });
      await client.invalidateQueries({ queryKey: keyOf(listDuplicates) });
      done('已取消认定');
    } catch (error) {
      failed(error);
    }
  };
  return (
    <table className="duplicates-table">
      <thead>
        <tr>
          <th>记录一</th>
          <th>记录二</th>
          <th>理由</th>
          <th>认定</th>
          <th>
            <span className="visually-hidden">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ first, second, reason, by, at }) => (
          <tr key={`${first.id} ${second.id}`}>
            <td>
              <PersonLines {...first} />
            </td>
            <td>
              <PersonLines {...second} />
            </td>
            <td>{reason}</td>
            <td>
              {by} {clock.dayText(at)}
            </td>
            <td className="is-action">
              <Button size="small" onClick={() => void takeBack(first.id, second.id)}>
                取消认定
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
