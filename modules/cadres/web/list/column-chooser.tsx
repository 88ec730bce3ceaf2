import { useMemo } from 'react';
import { ColumnDrawer } from '#platform/web';
import { defaultColumns } from '../../model/contracts.ts';
import type { ChosenColumns } from './use-chosen-columns.ts';

const most = 40;

/** 选择列: any field of any set can be a column. */
export function ColumnChooser({ columns, onClose }: { columns: ChosenColumns; onClose: () => void }) {
  const { all, extra, chosen, choose } = columns;
  const groups = useMemo(
    () => [
      ...(extra ? [{ key: extra.name, label: '常用', columns: [extra] }] : []),
      ...[...Map.groupBy(all, ({ set }) => set.code)].map(([key, list]) => ({
        key,
        label: list[0]?.setLabel ?? key,
        columns: list.map(({ path, label }) => ({ name: path, label })),
      })),
    ],
    [all, extra],
  );
  return (
    <ColumnDrawer
      groups={groups}
      chosen={chosen}
      most={most}
      usual={defaultColumns}
      onChoose={choose}
      onClose={onClose}
    />
  );
}
