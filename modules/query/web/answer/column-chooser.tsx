import { useMemo } from 'react';
import { ColumnDrawer } from '#platform/web';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';
import { careerColumn, columnFields, mostColumns, usualColumns } from './shown-columns.ts';

export interface ColumnChooserProps {
  readonly catalogue: PageCatalogue;
  readonly chosen: readonly string[];
  readonly onChoose: (names: readonly string[]) => void;
  readonly onClose: () => void;
}

/** 选择列: facts and the career in one line first, then the fields of every set. */
export function ColumnChooser({ catalogue, ...given }: ColumnChooserProps) {
  const groups = useMemo(() => {
    const fields = columnFields(catalogue);
    const facts = fields.filter(({ set }) => set === undefined);
    return [
      { key: 'facts', label: '常用', columns: [careerColumn, ...facts] },
      ...catalogue.sets.map((set) => ({
        key: set.name,
        label: set.label,
        columns: fields.filter((field) => field.set === set.name),
      })),
    ];
  }, [catalogue]);
  return <ColumnDrawer groups={groups} most={mostColumns} usual={usualColumns} {...given} />;
}
