import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { UndoDialog } from '#modules/cadres/web';
import { useCan } from '#platform/web';
import type { ImportCounts, ImportStatus } from '../../model/contracts.ts';
import { useUndone } from '../changes/use-undone.ts';
import { useTally } from '../preview/use-tally.ts';
import { ProblemList } from './problem-list.tsx';
import { resultLines } from './result-lines.ts';

/** What an import has done, what was wrong with its files, and the way back. */
export function ImportResult({ status }: { readonly status: ImportStatus }) {
  const navigate = useNavigate();
  const mayUndo = useCan('journal:undo');
  const [undoing, setUndoing] = useState(false);
  const { counts, change } = status;
  const isUndone = useUndone().has(change ?? '');
  const lines = resultLines(counts, useTally(status.id));
  return (
    <>
      <p className="import-result">
        {lines.map(({ label, count, unit }) => (
          <span key={label} className={label === '拒收' ? 'warn-text' : ''}>
            {label} <strong>{count.toLocaleString('zh-CN')}</strong> {unit}
          </span>
        ))}
      </p>
      <div className="exchange-actions">
        <Link to="/cadres">
          <Button type="primary">查看干部名单</Button>
        </Link>
        <Link to="/import">
          <Button>继续导入</Button>
        </Link>
        {isUndone && <span>这次导入已撤销</span>}
        {change !== null && mayUndo && !isUndone && (
          <Button danger onClick={() => setUndoing(true)}>
            撤销这次导入
          </Button>
        )}
      </div>
      <ProblemList importId={status.id} expected={counts.refused + counts.warnings} />
      {change !== null && undoing && (
        <UndoDialog
          change={change}
          what={undoneText(counts)}
          onClose={() => setUndoing(false)}
          onUndone={() => void navigate({ to: '/changes' })}
        />
      )}
    </>
  );
}

/** What undoing the import would do, without people that there are none of. */
function undoneText({ created, updated }: ImportCounts): string {
  const parts = [
    created > 0 ? `这次导入新增的 ${created.toLocaleString('zh-CN')} 人将被删除` : '',
    updated > 0 ? `更新的 ${updated.toLocaleString('zh-CN')} 人恢复原来的内容` : '',
  ];
  return `撤销后，${parts.filter((part) => part !== '').join('，')}。`;
}
