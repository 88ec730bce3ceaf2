import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { withNodeAt } from '../tree/tree-nodes.ts';
import type { TreePath } from '../tree/tree-path.ts';
import { useBuilder } from './builder-context.ts';
import { RowNumber } from './rows-editor.tsx';
import { rowsInAnotherWay, rowsWays, withNumbers, type RowsNode, type RowsWay } from './rows-ways.ts';

type Node = Extract<RowsNode, { op: 'months' }>;

/** 累计时间: the months of rows of one or several sets together, counted once where they overlap. */
export function MonthsEditor({
  path,
  node,
  groups,
}: {
  path: TreePath;
  node: Node;
  groups: readonly ReactNode[];
}) {
  const { catalogue, edit } = useBuilder();
  const change = (next: RowsNode, about?: string): void => edit((now) => withNodeAt(now, path, next), about);
  const lasting = catalogue.sets.filter(({ lasts }) => lasts);
  const first = catalogue.rowWords(node.spans[0]?.set ?? '');
  return (
    <div className="query-rows">
      <div className="query-leaf-head">
        <span className="query-field">{first.noun}</span>
        <Select<RowsWay>
          aria-label={`${first.noun}的查法`}
          value="months"
          variant="borderless"
          popupMatchSelectWidth={false}
          options={rowsWays(first.counter, true)}
          onChange={(way) => change(rowsInAnotherWay(node, way))}
        />
      </div>
      <div className="query-range">
        <span>累计满</span>
        <RowNumber
          label="累计不少于几个月"
          value={node.atLeast ?? null}
          onChange={(atLeast) => change(withNumbers(node, { atLeast }), `${path} months`)}
        />
        <span>至</span>
        <RowNumber
          label="累计不多于几个月"
          value={node.atMost ?? null}
          onChange={(atMost) => change(withNumbers(node, { atMost }), `${path} months`)}
        />
        <span>个月</span>
      </div>
      {node.spans.map(({ set }, index) => (
        <div key={index} className="query-span">
          <div className="query-leaf-head">
            <span>{catalogue.rowWords(set).noun}符合</span>
            {node.spans.length > 1 && (
              <Button
                type="text"
                aria-label={`去掉第 ${index + 1} 段`}
                onClick={() => change({ ...node, spans: node.spans.filter((_, each) => each !== index) })}
              >
                ✕
              </Button>
            )}
          </div>
          {groups[index]}
        </div>
      ))}
      <div className="query-add">
        {lasting.map(({ name }) => (
          <Button
            key={name}
            type="text"
            onClick={() =>
              change({ ...node, spans: [...node.spans, { set: name, where: { op: 'all', of: [] } }] })
            }
          >
            ＋ 加计{catalogue.rowWords(name).noun}
          </Button>
        ))}
      </div>
    </div>
  );
}
