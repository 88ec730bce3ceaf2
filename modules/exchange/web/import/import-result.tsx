import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useCan } from '#platform/web';
import type { ImportStatus } from '../../model/contracts.ts';
import { UndoDialog } from '../changes/undo-dialog.tsx';
import { ProblemList } from './problem-list.tsx';

const resultLines = [
  ['created', '新增', '人'],
  ['updated', '更新', '人'],
  ['unchanged', '无变化', '人'],
  ['refused', '拒收', '份'],
  ['skipped', '跳过', '个其他文件'],
] as const;

/** What an import has done, what was wrong with its files, and the way back. */
export function ImportResult({ status }: { readonly status: ImportStatus }) {
  const navigate = useNavigate();
  const mayUndo = useCan('journal:undo');
  const [undoing, setUndoing] = useState(false);
  const { counts, change } = status;
  return (
    <>
      <p className="import-result">
        {resultLines
          .filter(([key]) => counts[key] > 0)
          .map(([key, label, unit]) => (
            <span key={key} className={key === 'refused' ? 'warn-text' : ''}>
              {label} <strong>{counts[key].toLocaleString('zh-CN')}</strong> {unit}
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
        {change !== null && mayUndo && (
          <Button danger onClick={() => setUndoing(true)}>
            撤销这次导入
          </Button>
        )}
      </div>
      <ProblemList importId={status.id} expected={counts.refused + counts.warnings} />
      {change !== null && undoing && (
        <UndoDialog
          change={change}
          what={`这次导入新增 ${counts.created} 人、更新 ${counts.updated} 人，撤销后恢复到导入以前。`}
          onClose={() => setUndoing(false)}
          onUndone={() => void navigate({ to: '/changes' })}
        />
      )}
    </>
  );
}
