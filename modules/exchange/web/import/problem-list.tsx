import { Button } from 'antd';
import { useState } from 'react';
import { ErrorView, Loading } from '#platform/web';
import { problemsCsv } from '../preview/problems-csv.ts';
import { saveText } from '../save-text.ts';
import { useProblems } from './use-problems.ts';

const step = 200;

/** Everything that was wrong or doubtful in the files, on screen and as a table to pass on. */
export function ProblemList({
  importId,
  expected,
}: {
  readonly importId: string;
  readonly expected: number;
}) {
  const found = useProblems(importId, expected > 0);
  const [shown, setShown] = useState(step);
  if (expected === 0) return null;
  if (found.isPending) return <Loading label="正在载入问题清单…" />;
  if (found.error) return <ErrorView error={found.error} onRetry={() => void found.refetch()} />;
  const problems = found.data;
  return (
    <section>
      <header className="exchange-section-head">
        <h2>问题清单（{problems.length.toLocaleString('zh-CN')} 条）</h2>
        <Button onClick={() => saveText('导入问题清单.csv', 'text/csv', problemsCsv(problems))}>
          下载 CSV
        </Button>
      </header>
      <div className="exchange-scroll">
        <table className="exchange-table">
          <thead>
            <tr>
              <th>程度</th>
              <th>文件</th>
              <th>说明</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, shown).map(({ file, level, message }, index) => (
              // One file may have the same problem twice: the place in the list tells them apart.
              <tr key={index}>
                <td className={level === 'error' ? 'warn-text' : ''}>
                  {level === 'error' ? '拒收' : '提醒'}
                </td>
                <td className="is-file">{file}</td>
                <td className="is-text">{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problems.length > shown && (
        <Button type="link" onClick={() => setShown(shown + step)}>
          再显示 {Math.min(step, problems.length - shown)} 条
        </Button>
      )}
    </section>
  );
}
