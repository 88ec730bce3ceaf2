import { Checkbox, TreeSelect, type TreeSelectProps } from 'antd';
import { initialsOf } from '#platform/model';
import { useBuilder } from '../builder/builder-context.ts';
import type { CodeNode } from '../catalogue/page-catalogue.ts';
import type { EditorProps, InNode } from './editor-props.ts';

type TreeNode = NonNullable<TreeSelectProps['treeData']>[number];

/** Lists as short as this are all in sight. */
const inSight = 6;

/** Codes: buttons where there are few, a tree to search where there are many; a code brings those below it. */
export function CodeValues({ field, node, onChange }: EditorProps<InNode>) {
  const { catalogue } = useBuilder();
  const list = field.codes ?? '';
  const tree = catalogue.tree(list);
  const chosen = node.values.map(String);
  const change = (values: readonly string[]): void => onChange({ ...node, values });
  const hasLevels = tree.some(({ children }) => children.length > 0);
  if (
    !hasLevels &&
    tree.length <= inSight &&
    chosen.every((code) => tree.some(({ value }) => value === code))
  ) {
    return (
      <div className="query-chips" role="group" aria-label={field.label}>
        {tree.map(({ value, title }) => (
          <button
            key={value}
            type="button"
            className={chosen.includes(value) ? 'query-chip is-chosen' : 'query-chip'}
            aria-pressed={chosen.includes(value)}
            onClick={() =>
              change(chosen.includes(value) ? chosen.filter((code) => code !== value) : [...chosen, value])
            }
          >
            {title}
          </button>
        ))}
      </div>
    );
  }
  return (
    <div className="query-values">
      <TreeSelect<string[], CodeNode & TreeNode>
        aria-label={field.label}
        value={chosen}
        // The component's type for nodes may be written to, ours not; it does not write.
        treeData={tree as readonly object[] as (CodeNode & TreeNode)[]}
        multiple
        allowClear
        className="query-wide"
        popupMatchSelectWidth={false}
        listHeight={320}
        placeholder="请选择"
        notFoundContent="没有符合的代码"
        showSearch={{ filterTreeNode: (text, option) => matches(text, option['find'], option['title']) }}
        tagRender={({ value, onClose }) => (
          <span className="query-tag">
            {catalogue.labelOf(list, String(value))}
            <button
              type="button"
              aria-label={`去掉${catalogue.labelOf(list, String(value))}`}
              onClick={onClose}
            >
              ✕
            </button>
          </span>
        )}
        onChange={(values: string[]) => change(values)}
      />
      {hasLevels && <Exactly node={node} onChange={onChange} />}
    </div>
  );
}

function matches(text: string, find: unknown, title: unknown): boolean {
  const wanted = text.trim().toLowerCase();
  if (typeof find === 'string' && find.includes(wanted)) return true;
  return /^[a-z]{2,}$/.test(wanted) && typeof title === 'string' && initialsOf(title).startsWith(wanted);
}

/** 含下级: without it a code or unit stands for itself alone. */
export function Exactly({ node, onChange }: Pick<EditorProps<InNode>, 'node' | 'onChange'>) {
  return (
    <Checkbox
      checked={node.exact !== true}
      onChange={(event) => {
        const { exact: _, ...rest } = node;
        onChange(event.target.checked ? rest : { ...rest, exact: true });
      }}
    >
      含下级
    </Checkbox>
  );
}
