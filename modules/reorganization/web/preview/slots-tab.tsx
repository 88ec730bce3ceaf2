import { EmptyState } from '#platform/web';
import type { ReorganizationPreview } from '../../model/contracts.ts';

/** Posts of the units that end, and where they stand from now on. */
export function SlotsTab({ slots }: Pick<ReorganizationPreview, 'slots'>) {
  if (slots.length === 0) return <EmptyState title="没有需要转入的职位" />;
  return (
    <div className="reorg-scroll">
      <table className="reorg-table">
        <thead>
          <tr>
            <th>职位</th>
            <th>职位数</th>
            <th>原机构</th>
            <th>改革后</th>
          </tr>
        </thead>
        <tbody>
          {slots.map(({ title, places, from, to }, place) => (
            <tr key={place}>
              <td>{title}</td>
              <td>{places}</td>
              <td>{from}</td>
              <td>{to ?? '随机构取消'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
