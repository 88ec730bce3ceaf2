import type { Condition } from '#engine';
import type { CatalogueField } from '#platform/model';

/** What the editor of a condition on a field gets. */
export interface EditorProps<Node extends Condition> {
  readonly field: CatalogueField;
  readonly node: Node;
  readonly onChange: (node: Condition) => void;
}

export type InNode = Extract<Condition, { op: 'in' }>;
export type BetweenNode = Extract<Condition, { op: 'between' }>;
export type TextNode = Extract<Condition, { op: 'contains' | 'starts' | 'initials' }>;
