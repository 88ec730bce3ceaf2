import { useLocation } from '@tanstack/react-router';
import { Radio } from 'antd';
import { useState } from 'react';
import type { PeopleScope } from '#modules/cadres';
import { listUnits } from '#modules/organization';
import { UnitPicker, useCall } from '#platform/web';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The people that another page chose for bulk work; an address must not name people. */
    readonly bulkPeople?: PeopleScope & { readonly count: number };
  }
}

type Whose = 'chosen' | 'all' | 'unit';

/** Whose records bulk work is about. */
export interface People {
  readonly whose: Whose;
  readonly unit: string | null;
  readonly chosen: number;
  readonly scope: PeopleScope;
  /** A unit is still to be chosen. */
  readonly isOpen: boolean;
  readonly setWhose: (whose: Whose) => void;
  readonly setUnit: (unit: string | null) => void;
}

/** The people that another page chose, else those of a unit or all. */
export function usePeople(): People {
  const given = useLocation({ select: ({ state }) => state.bulkPeople ?? null });
  const [whose, setWhose] = useState<Whose>(given ? 'chosen' : 'unit');
  const [unit, setUnit] = useState<string | null>(null);
  const scopeOf = (): PeopleScope => {
    if (whose === 'all') return {};
    if (whose === 'unit') return unit === null ? {} : { unit };
    const { count: _count, ...scope } = given ?? { count: 0 };
    return scope;
  };
  return {
    whose,
    unit,
    chosen: given?.count ?? 0,
    scope: scopeOf(),
    isOpen: whose === 'unit' && unit === null,
    setWhose,
    setUnit,
  };
}

export function WhoseRecords({ people }: { readonly people: People }) {
  const units = useCall(listUnits, {});
  return (
    <div className="sheets-whose">
      <Radio.Group
        aria-label="人员范围"
        value={people.whose}
        onChange={(event) => people.setWhose(event.target.value as Whose)}
      >
        {people.chosen > 0 && <Radio value="chosen">选中的 {people.chosen.toLocaleString('zh-CN')} 人</Radio>}
        <Radio value="unit">一个机构及其下级</Radio>
        <Radio value="all">全部干部</Radio>
      </Radio.Group>
      {people.whose === 'unit' && (
        <UnitPicker
          label="机构"
          units={units.data?.units ?? []}
          value={people.unit}
          onChange={people.setUnit}
        />
      )}
    </div>
  );
}
