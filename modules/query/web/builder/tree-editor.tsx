import { Button, Segmented } from 'antd';
import { memo, type ReactNode } from 'react';
import type { Condition } from '#engine';
import { isGroup, withNodeAt, type Group } from '../tree/tree-nodes.ts';
import { inserted } from '../tree/tree-edits.ts';
import { childPath, rootPath, type TreePath } from '../tree/tree-path.ts';
import { useBuilder } from './builder-context.ts';
import { DropPlace } from './drop-place.tsx';
import { LeafEditor } from './leaf-editor.tsx';
import { MonthsEditor } from './months-editor.tsx';
import { NodeFrame } from './node-frame.tsx';
import { RowsEditor } from './rows-editor.tsx';

export interface GroupEditorProps {
  readonly path: TreePath;
  readonly group: Group;
  readonly hint?: string;
  /** It speaks of single rows of a set. */
  readonly ofRows?: boolean;
}

/** A group with its parts; the whole condition is one. */
export function GroupEditor({ path, group, hint, ofRows = false }: GroupEditorProps) {
  const { pick, edit } = useBuilder();
  // A condition put into an inner group by mistake asks another question, so that the words are not the same.
  const subject = ofRows ? '这一条的条件' : path === rootPath ? '条件' : '组内条件';
  return (
    <div className="query-group" role="group" aria-label={group.op === 'all' ? '同时满足' : '满足任一'}>
      {(group.of.length > 1 || path === rootPath || !path.endsWith('.where')) && (
        <GroupKind path={path} group={group} />
      )}
      {group.of.length === 0 && hint && <p className="soft-text query-hint">{hint}</p>}
      <div className="query-parts">
        {group.of.map((part, index) => (
          <div key={childPath(path, index)}>
            <DropPlace group={path} index={index} />
            {index > 0 && <span className="query-link">{group.op === 'all' ? '并且' : '或者'}</span>}
            <NodeEditor path={childPath(path, index)} node={part} ofRows={ofRows} />
          </div>
        ))}
        <DropPlace group={path} index={group.of.length} />
      </div>
      <div className="query-add">
        <Button type="dashed" onClick={() => pick(path)}>
          ＋ {subject}
        </Button>
        <Button
          type="text"
          onClick={() =>
            edit((now) => inserted(now, path, { op: group.op === 'all' ? 'any' : 'all', of: [] }))
          }
        >
          ＋ 条件组
        </Button>
      </div>
    </div>
  );
}

function rowsGroup(path: TreePath, where: Condition | undefined): ReactNode {
  return isGroup(where) ? <GroupEditor key={path} path={path} group={where} ofRows /> : null;
}

function GroupKind({ path, group }: { path: TreePath; group: Group }) {
  const { edit } = useBuilder();
  return (
    <Segmented<Group['op']>
      aria-label="条件之间的关系"
      value={group.op}
      options={[
        { value: 'all', label: '全部满足' },
        { value: 'any', label: '满足任一' },
      ]}
      onChange={(op) => edit((now) => withNodeAt(now, path, { ...group, op }))}
    />
  );
}

interface NodeEditorProps {
  readonly path: TreePath;
  readonly node: Condition;
  readonly denied?: number;
  readonly ofRows: boolean;
}

/** One node with what can be done to it. A negation is a mark at what it denies. */
const NodeEditor = memo(function NodeEditor({ path, node, denied = 0, ofRows }: NodeEditorProps): ReactNode {
  if (node.op === 'not')
    return <NodeEditor path={`${path}.of`} node={node.of} denied={denied + 1} ofRows={ofRows} />;
  return (
    <NodeFrame path={path} node={node} denied={denied}>
      <NodeContent path={path} node={node} ofRows={ofRows} />
    </NodeFrame>
  );
});

function NodeContent({ path, node, ofRows }: NodeEditorProps): ReactNode {
  const { savedName } = useBuilder();
  switch (node.op) {
    case 'all':
    case 'any':
      return <GroupEditor path={path} group={node} hint="空的条件组不参加查询" ofRows={ofRows} />;
    case 'not':
      return null;
    case 'some':
    case 'every':
    case 'none':
    case 'count':
    case 'last':
    case 'first':
      return <RowsEditor path={path} node={node} group={rowsGroup(`${path}.where`, node.where)} />;
    case 'months':
      return (
        <MonthsEditor
          path={path}
          node={node}
          groups={node.spans.map(({ where }, index) => rowsGroup(`${path}.spans[${index}].where`, where))}
        />
      );
    case 'people':
      return <p className="query-plain">指定人员 {node.ids.length.toLocaleString('zh-CN')} 人</p>;
    case 'saved':
      return <p className="query-plain">属于“{savedName(node.id) ?? '已删除或未共享的查询'}”</p>;
    default:
      return <LeafEditor path={path} node={node} />;
  }
}
