import { Select } from 'antd';
import type { Condition } from '#engine';
import { isFileField } from '#platform/model';
import { inAnotherWay, wayLabel, waysOf, type Way } from '../catalogue/first-condition.ts';
import { CodeValues } from '../editors/code-values.tsx';
import { DateRange } from '../editors/date-range.tsx';
import { DateValues, NumberValues, TextValues } from '../editors/plain-values.tsx';
import { NumberRange } from '../editors/number-range.tsx';
import { TextCondition } from '../editors/text-condition.tsx';
import { UnitValues } from '../editors/unit-values.tsx';
import type { EditorProps } from '../editors/editor-props.ts';
import { withNodeAt } from '../tree/tree-nodes.ts';
import type { TreePath } from '../tree/tree-path.ts';
import { useBuilder } from './builder-context.ts';

type Leaf = Extract<Condition, { field: string }>;

/** A condition on one field: its name, how it is asked, and the values. */
export function LeafEditor({ path, node }: { path: TreePath; node: Leaf }) {
  const { catalogue, edit } = useBuilder();
  const field = catalogue.field(node.field);
  if (!field) {
    return <p className="query-plain warn-text">“{node.field}”已不能查询，请删去这个条件。</p>;
  }
  const change = (next: Condition): void => edit((now) => withNodeAt(now, path, next), `${path} ${next.op}`);
  const ways = waysOf(field);
  const shown: readonly Way[] = ways.includes(node.op) ? ways : [...ways, node.op];
  return (
    <div className="query-leaf">
      <div className="query-leaf-head">
        <span className="query-field">{labelOf(field.label)}</span>
        <Select<Way>
          aria-label={`${field.label}的查法`}
          value={node.op}
          variant="borderless"
          popupMatchSelectWidth={false}
          options={shown.map((way) => ({ value: way, label: wayLabel(field, way) }))}
          onChange={(way) => edit((now) => withNodeAt(now, path, inAnotherWay(node, field, way)))}
        />
      </div>
      <LeafValues field={field} node={node} onChange={change} />
    </div>
  );
}

/** Tables call it 学历代码, people 学历. */
function labelOf(label: string): string {
  return label.length > 2 ? label.replace(/代码$/, '') : label;
}

function LeafValues(props: EditorProps<Leaf>) {
  const { field, node, onChange } = props;
  switch (node.op) {
    case 'between':
      return field.kind === 'number' ? (
        <NumberRange field={field} node={node} onChange={onChange} />
      ) : (
        <DateRange field={field} node={node} onChange={onChange} />
      );
    case 'contains':
    case 'starts':
    case 'initials':
      return <TextCondition field={field} node={node} onChange={onChange} />;
    case 'in': {
      if (isFileField(field)) return null;
      const given = { field, node, onChange };
      if (field.kind === 'code') return <CodeValues {...given} />;
      if (field.kind === 'unit') return <UnitValues {...given} />;
      if (field.kind === 'number') return <NumberValues {...given} />;
      return field.kind === 'date' ? <DateValues {...given} /> : <TextValues {...given} />;
    }
    default:
      return null;
  }
}
