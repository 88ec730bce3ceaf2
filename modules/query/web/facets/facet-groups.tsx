import { Button } from 'antd';
import { memo, useState } from 'react';
import type { Condition } from '#engine';
import type { OperationOutput } from '#platform/model';
import type { runFacets } from '../../model/contracts.ts';
import type { FacetField } from './facet-choice.ts';
import { choosesGroup, isSame } from './facet-edits.ts';

export type CountedFacet = OperationOutput<typeof runFacets>['facets'][number];

export interface FacetGroupsProps {
  readonly one: FacetField;
  /** The condition of the question that chooses from this facet. */
  readonly node: Condition | undefined;
  readonly facet: CountedFacet;
  readonly onToggle: (one: FacetField, where: Condition) => void;
  readonly onClear: (one: FacetField) => void;
}

const fewest = 7;

/** One facet: drawn again only when its counts or what is chosen of it change. */
export const FacetGroups = memo(
  function FacetGroups({ one, node, facet, onToggle, onClear }: FacetGroupsProps) {
    const [open, setOpen] = useState(false);
    const { label } = one;
    const groups = facet.groups.filter(({ count, where }) => count > 0 || choosesGroup(node, where));
    const shown = open ? groups : groups.slice(0, fewest);
    const largest = Math.max(1, ...groups.map(({ count }) => count));
    return (
      <section className="query-facet" aria-label={label}>
        <h3>
          {label.length > 2 ? label.replace(/代码$/, '') : label}
          {node && (
            <button
              type="button"
              className="query-not"
              aria-label={`清除${label}`}
              onClick={() => onClear(one)}
            >
              清除
            </button>
          )}
        </h3>
        {groups.length === 0 && <p className="soft-text">没有人</p>}
        <ul>
          {shown.map((group) => {
            const chosen = choosesGroup(node, group.where);
            return (
              // Units in different places may have one name.
              <li key={JSON.stringify(group.where)}>
                <button
                  type="button"
                  className={chosen ? 'query-facet-group is-chosen' : 'query-facet-group'}
                  aria-pressed={chosen}
                  onClick={() => onToggle(one, group.where)}
                >
                  <span className="query-facet-bar" style={{ width: `${(group.count / largest) * 100}%` }} />
                  <span className="query-facet-label" title={group.label}>
                    {group.label}
                  </span>
                  <span className="query-facet-count">{group.count.toLocaleString('zh-CN')}</span>
                </button>
              </li>
            );
          })}
        </ul>
        {groups.length > fewest && (
          <Button type="text" size="small" onClick={() => setOpen(!open)}>
            {open ? '收起' : `其余 ${groups.length - fewest} 项`}
          </Button>
        )}
      </section>
    );
  },
  (before, now) =>
    before.one === now.one &&
    before.facet === now.facet &&
    before.onToggle === now.onToggle &&
    before.onClear === now.onClear &&
    (before.node === now.node || isSame(before.node, now.node)),
);
