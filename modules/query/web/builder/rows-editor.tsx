import { InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { withNodeAt } from '../tree/tree-nodes.ts';
import type { TreePath } from '../tree/tree-path.ts';
import { useBuilder } from './builder-context.ts';
import { rowsInAnotherWay, rowsWays, withNumbers, type RowsNode, type RowsWay } from './rows-ways.ts';

type Node = Exclude<RowsNode, { op: 'months' }>;

/** A condition on the rows of a set: which rows, how many of them, and what they must meet. */
export function RowsEditor({ path, node, group }: { path: TreePath; node: Node; group: ReactNode }) {
  const { catalogue, edit } = useBuilder();
  const { noun, counter } = catalogue.rowWords(node.set);
  const set = catalogue.set(node.set);
  const change = (next: RowsNode): void => edit((now) => withNodeAt(now, path, next), `${path} ${next.op}`);
  return (
    <div className="query-rows">
      <div className="query-leaf-head">
        <span className="query-field">{noun}</span>
        <Select<RowsWay>
          aria-label={`${noun}的查法`}
          value={node.op}
          variant="borderless"
          popupMatchSelectWidth={false}
          options={rowsWays(counter, set?.lasts ?? false)}
          onChange={(way) => edit((now) => withNodeAt(now, path, rowsInAnotherWay(node, way)))}
        />
      </div>
      {(node.op === 'last' || node.op === 'first') && (
        <div className="query-range">
          <span>{node.op === 'last' ? '最近' : '最早'}</span>
          <RowNumber
            label="几条中"
            value={node.n}
            least={1}
            onChange={(n) => change({ ...node, n: n ?? 1 })}
          />
          <span>{counter}中至少</span>
          <RowNumber
            label="至少几条"
            value={node.atLeast ?? null}
            hint="全部"
            onChange={(atLeast) => change(withNumbers(node, { atLeast }))}
          />
          <span>{counter}符合</span>
        </div>
      )}
      {node.op === 'count' && (
        <div className="query-range">
          <RowNumber
            label="不少于几条"
            value={node.atLeast ?? null}
            onChange={(atLeast) => change(withNumbers(node, { atLeast }))}
          />
          <span>至</span>
          <RowNumber
            label="不多于几条"
            value={node.atMost ?? null}
            onChange={(atMost) => change(withNumbers(node, { atMost }))}
          />
          <span>{counter}</span>
        </div>
      )}
      {group}
    </div>
  );
}

export interface RowNumberProps {
  readonly label: string;
  readonly value: number | null;
  readonly hint?: string;
  readonly least?: number;
  readonly onChange: (value: number | null) => void;
}

/** A small whole number. */
export function RowNumber({ label, value, hint = '不限', least = 0, onChange }: RowNumberProps) {
  return (
    <InputNumber<number>
      aria-label={label}
      className="query-small-number"
      value={value}
      min={least}
      max={1_000}
      precision={0}
      controls={false}
      placeholder={hint}
      onChange={onChange}
    />
  );
}
