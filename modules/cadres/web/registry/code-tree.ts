import type { CodeItem } from '#platform/model';

/** A row of a code table with the rows below it, as a tree shows them. */
export interface CodeNode {
  /** Unique within the table; label-only rows have no code to serve as one. */
  readonly key: string;
  readonly item: CodeItem;
  readonly children: readonly CodeNode[];
}

/** The rows of a table as a tree, in the table's order. */
export function codeTree(items: readonly CodeItem[]): CodeNode[] {
  const below = Map.groupBy(
    items.map((item, index) => ({ item, index })),
    ({ item }) => item.parent ?? null,
  );
  const nodesBelow = (parent: string | null): CodeNode[] =>
    (below.get(parent) ?? []).map(({ item, index }) => ({
      key: String(index),
      item,
      children: item.code === null ? [] : nodesBelow(item.code),
    }));
  return nodesBelow(null);
}

/**
 * The rows whose code begins with the text or whose label, long form or alias contains it, with the rows above them so
 * that their place is seen, and with all rows below them.
 */
export function searchTree(nodes: readonly CodeNode[], text: string): CodeNode[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [...nodes];
  return nodes.flatMap((node) => {
    if (matches(node.item, wanted)) return [node];
    const children = searchTree(node.children, wanted);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}

/** How many rows a tree holds that match, as the page says above it. */
export function countMatches(nodes: readonly CodeNode[], text: string): number {
  const wanted = text.trim().toLowerCase();
  return nodes.reduce(
    (sum, node) => sum + (matches(node.item, wanted) ? 1 : 0) + countMatches(node.children, wanted),
    0,
  );
}

/** The keys of the rows that must be open for every match to be seen. */
export function keysToOpen(nodes: readonly CodeNode[], text: string): string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  return nodes.flatMap((node) =>
    countMatches(node.children, wanted) > 0 ? [node.key, ...keysToOpen(node.children, wanted)] : [],
  );
}

function matches(item: CodeItem, wanted: string): boolean {
  if (item.code?.toLowerCase().startsWith(wanted)) return true;
  return [item.label, item.full_label ?? '', ...(item.aliases ?? [])].some((label) =>
    label.toLowerCase().includes(wanted),
  );
}
