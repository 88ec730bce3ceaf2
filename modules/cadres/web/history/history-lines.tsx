import { Button } from 'antd';
import { useState } from 'react';
import type { HistoryEntry } from '#platform/model';

type Line = HistoryEntry['lines'][number];

const shownAtFirst = 6;
/** Longer values are cut off until everything is asked for. */
const longText = 150;
const kinds: Readonly<Record<Exclude<Line['kind'], 'changed'>, string>> = { added: '新增', removed: '删除' };

/** What a change did, field by field. */
export function HistoryLines({ lines }: { lines: readonly Line[] }) {
  const [all, setAll] = useState(false);
  if (lines.length === 0) return null;
  const shown = all ? lines : lines.slice(0, shownAtFirst);
  const isCut =
    lines.length > shownAtFirst || lines.some((line) => line.before.length + line.after.length > longText);
  return (
    <>
      <table className={all ? 'history-lines' : 'history-lines is-cut'}>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">变更前</th>
            <th scope="col">变更后</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <LineRow key={`${line.set}.${line.row}.${line.field}.${line.kind}`} line={line} />
          ))}
        </tbody>
      </table>
      {isCut && (
        <Button type="link" onClick={() => setAll(!all)}>
          {all ? '收起' : lines.length > shownAtFirst ? `显示全部 ${lines.length} 项` : '显示全文'}
        </Button>
      )}
    </>
  );
}

function LineRow({ line }: { line: Line }) {
  return (
    <tr>
      <th scope="row">
        <span className="soft-text">
          {line.setLabel}
          {line.rowTitle && line.rowTitle !== line.setLabel ? `　${line.rowTitle}` : ''}
        </span>
        {line.kind === 'changed' ? line.label : kinds[line.kind]}
      </th>
      {line.kind !== 'added' && (
        <td colSpan={line.kind === 'removed' ? 2 : 1}>
          <div>{line.before && <del>{line.before}</del>}</div>
        </td>
      )}
      {line.kind !== 'removed' && (
        <td colSpan={line.kind === 'added' ? 2 : 1}>
          <div>{line.after}</div>
        </td>
      )}
    </tr>
  );
}
