import { useMemo } from 'react';
import { columnsOf, type Column } from '#platform/model';
import { isSensitive } from '#platform/model';
import { useCan, useRegistry, useRemembered } from '#platform/web';
import type { ListColumn } from './list-column.ts';
import { defaultColumns } from '../../model/contracts.ts';

export interface ChosenColumns {
  /** Everything that can be shown to this user. */
  readonly all: readonly Column[];
  /** That of another module, null for who may not see it. */
  readonly extra: ListColumn | null;
  readonly chosen: readonly string[];
  readonly choose: (paths: readonly string[]) => void;
}

/** The columns of the list, remembered in this browser. */
export function useChosenColumns(column: ListColumn): ChosenColumns {
  const registry = useRegistry();
  const sensitive = useCan('cadre:sensitive');
  const extra = useCan(column.permission) ? column : null;
  const [stored, remember] = useRemembered('cadre-columns', defaultColumns.join(','));
  return useMemo(() => {
    const all = columnsOf(registry, 'person').filter(
      (column) => sensitive || !isSensitive(column.set, column.field),
    );
    const known = new Set(all.map(({ path }) => path));
    if (extra) known.add(extra.name);
    return {
      all,
      extra,
      chosen: stored.split(',').filter((path) => known.has(path)),
      choose: (paths) => remember(paths.join(',')),
    };
  }, [registry, sensitive, extra, stored, remember]);
}
