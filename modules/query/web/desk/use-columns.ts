import { useMemo } from 'react';
import { useRemembered } from '#platform/web';
import { careerColumn, isColumn, silentColumns, usualColumns } from '../answer/shown-columns.ts';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';
import type { Asked } from '../state/fragment.ts';
import { useStable } from '../state/use-stable.ts';

export interface ShownColumns {
  /** As they are chosen, in their order. */
  readonly shown: readonly string[];
  /** Those of them that the server answers. */
  readonly asked: readonly string[];
  /** Asked along with them. */
  readonly silent: readonly string[];
  readonly choose: (names: readonly string[]) => void;
}

/** The columns that the question was saved with, or those that this browser remembers. */
export function useColumns(
  catalogue: PageCatalogue,
  { columns }: Asked,
  change: (next: Partial<Asked>) => void,
): ShownColumns {
  const [stored, remember] = useRemembered('query-columns', usualColumns.join(','));
  const choose = useStable((names: readonly string[]) => {
    remember(names.join(','));
    if (columns) change({ columns: names });
  });
  return useMemo(() => {
    const shown = (columns ?? stored.split(',')).filter((name) => isColumn(catalogue, name));
    return {
      shown,
      asked: shown.filter((name) => name !== careerColumn.name),
      silent: silentColumns.filter((name) => isColumn(catalogue, name)),
      choose,
    };
  }, [columns, stored, catalogue, choose]);
}
