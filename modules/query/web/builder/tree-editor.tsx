import { Button, Segmented } from 'antd';
import type { ReactNode } from 'react';
import type { Condition } from '#engine';
import { isGroup, nodeAt, setAt, withNodeAt, type Group } from '../tree/tree-nodes.ts';
import { inserted } from '../tree/tree-edits.ts';
import { childPath, rootPath, type TreePath } from '../tree/tree-path.ts';
import { useBuilder } from './builder-context.ts';
import { DropPlace } from './drop-place.tsx';
import { LeafEditor } from './leaf-editor.tsx';
import { MonthsEditor } from './months-editor.tsx';
import { NodeFrame } from './node-frame.tsx';
import { RowsEditor } from './rows-editor.tsx';

/** A group with its parts; the whole condition is one. */
export function GroupEditor({ path, hint }: { path: TreePath; hint?: string }) {
  const { question, pick, edit } = useBuilder();
  const group = nodeAt(question, path);
  if (!isGroup(group)) return null;
  const subject = setAt(question, path) === null ? '条件' : '这一条的条件';
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
            <NodeEditor path={childPath(path, index)} node={part} />
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

/** One node with what can be done to it. A negation is a mark at what it denies. */
function NodeEditor({
  path,
  node,
  denied = 0,
}: {
  path: TreePath;
  node: Condition;
  denied?: number;
}): ReactNode {
  if (node.op === 'not') return <NodeEditor path={`${path}.of`} node={node.of} denied={denied + 1} />;
  return (
    <NodeFrame path={path} node={node} denied={denied}>
      <NodeContent path={path} node={node} />
    </NodeFrame>
  );
}

function NodeContent({ path, node }: { path: TreePath; node: Condition }): ReactNode {
  const { savedName } = useBuilder();
  switch (node.op) {
    case 'all':
    case 'any':
      return <GroupEditor path={path} hint="空的条件组不参加查询" />;
    case 'not':
      return null;
    case 'some':
    case 'every':
    case 'none':
    case 'count':
    case 'last':
    case 'first':
      return <RowsEditor path={path} node={node} group={<GroupEditor path={`${path}.where`} />} />;
    case 'months':
      return (
        <MonthsEditor
          path={path}
          node={node}
          groups={node.spans.map((_, index) => (
            <GroupEditor key={index} path={`${path}.spans[${index}].where`} />
          ))}
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
