import { Button } from 'antd';
import { useState } from 'react';
import type { HistoryEntry } from '#platform/model';

type Line = HistoryEntry['lines'][number];

const shownAtFirst = 6;
const kinds: Readonly<Record<Line['kind'], string>> = { added: '新增', removed: '删除', changed: '修改' };

/** What a change did, field by field. */
export function HistoryLines({ lines }: { lines: readonly Line[] }) {
  const [all, setAll] = useState(false);
  if (lines.length === 0) return null;
  const shown = all ? lines : lines.slice(0, shownAtFirst);
  return (
    <>
      <table className="history-lines">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">变更前</th>
            <th scope="col">变更后</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={`${line.set}.${line.row}.${line.field}.${line.kind}`}>
              <th scope="row">
                <span className="soft-text">
                  {kinds[line.kind]}　{line.setLabel}
                  {line.rowTitle && line.rowTitle !== line.setLabel ? `　${line.rowTitle}` : ''}
                </span>
                {line.label}
              </th>
              <td>{line.before && <del>{line.before}</del>}</td>
              <td>{line.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > shownAtFirst && (
        <Button type="link" onClick={() => setAll(!all)}>
          {all ? '收起' : `显示全部 ${lines.length} 项`}
        </Button>
      )}
    </>
  );
}
