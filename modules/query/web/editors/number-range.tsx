import { InputNumber } from 'antd';
import type { Bound } from '#engine';
import type { BetweenNode, EditorProps } from './editor-props.ts';
import { withBounds } from './bounds.ts';

/** From one number to another, both included; either may be missing. */
export function NumberRange({ field, node, onChange }: EditorProps<BetweenNode>) {
  const bound = (value: Bound | undefined): number | null => (typeof value === 'number' ? value : null);
  return (
    <div className="query-range">
      <InputNumber<number>
        aria-label={`${field.label}不低于`}
        value={bound(node.from)}
        precision={0}
        controls={false}
        placeholder="不限"
        onChange={(from) => onChange(withBounds(node, { from: from ?? undefined, to: node.to }))}
      />
      <span>至</span>
      <InputNumber<number>
        aria-label={`${field.label}不高于`}
        value={bound(node.to)}
        precision={0}
        controls={false}
        placeholder="不限"
        onChange={(to) => onChange(withBounds(node, { from: node.from, to: to ?? undefined }))}
      />
      <span>{field.unit === '月' ? '个月' : field.unit}</span>
    </div>
  );
}
