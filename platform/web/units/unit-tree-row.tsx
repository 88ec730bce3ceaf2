import type { TreeRow } from './tree-rows.ts';

export interface UnitTreeRowProps {
  readonly row: TreeRow;
  readonly top: number;
  readonly height: number;
  readonly count: number | undefined;
  readonly selected: boolean;
  readonly active: boolean;
  readonly onToggle: () => void;
  readonly onSelect: () => void;
}

/** One line of the unit tree: the arrow opens, the rest selects. */
export function UnitTreeRow(props: UnitTreeRowProps) {
  const { row, top, height, count, selected, active, onToggle, onSelect } = props;
  const names = ['unit-row'];
  if (selected) names.push('is-selected');
  if (active) names.push('is-active');
  if (row.unit.abolished) names.push('is-abolished');
  return (
    <div
      id={`unit-${row.unit.id}`}
      role="treeitem"
      aria-level={row.depth + 1}
      aria-selected={selected}
      {...(row.hasChildren ? { 'aria-expanded': row.expanded } : {})}
      className={names.join(' ')}
      style={{ top, height, paddingLeft: `${row.depth * 1.1}rem` }}
      onClick={onSelect}
    >
      {row.hasChildren ? (
        <span
          className={row.expanded ? 'unit-row-arrow is-open' : 'unit-row-arrow'}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          <svg viewBox="0 0 10 10" width="10" height="10">
            <path d="M3 1.5 L7 5 L3 8.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
          </svg>
        </span>
      ) : (
        <span className="unit-row-arrow" aria-hidden="true" />
      )}
      <span className="unit-row-name" title={row.unit.name}>
        {row.unit.name}
      </span>
      {row.unit.abolished && <span className="unit-row-mark">已撤销</span>}
      {count !== undefined && <span className="unit-row-count">{count.toLocaleString('zh-CN')}</span>}
    </div>
  );
}
