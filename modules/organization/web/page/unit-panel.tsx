import { useState } from 'react';
import { ErrorView, Loading, useCall, useDrafts, useLeaveGuard, useSaveSet } from '#platform/web';
import { readUnit } from '../../model/unit-contracts.ts';
import type { UnitAction } from '../dialogs/unit-actions.ts';
import { UnitDialog } from '../dialogs/unit-dialog.tsx';
import type { UnitData } from '../unit-part.ts';
import { UnitHeader } from './unit-header.tsx';
import { UnitTabs, type LoadedPart } from './unit-tabs.tsx';
import { useUnitKeeper } from './use-unit-keeper.ts';

export interface UnitPanelProps {
  readonly id: string;
  readonly asOf: string | null;
  readonly tab: string;
  readonly parts: readonly LoadedPart[];
  readonly onTab: (tab: string) => void;
  readonly onUnit: (id: string) => void;
}

/** One unit: where it stands, what it was, its sets, and what can be done with it. */
export function UnitPanel(props: UnitPanelProps) {
  const { id, asOf } = props;
  const { data, error, refetch } = useCall(
    readUnit,
    { params: { id }, query: asOf === null ? {} : { asOf } },
    { keepPrevious: true },
  );
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <Unit {...props} unit={data} />;
}

function Unit({ unit, ...props }: UnitPanelProps & { readonly unit: UnitData }) {
  const { id, asOf, tab, parts, onTab, onUnit } = props;
  const drafts = useDrafts();
  const { save, dialog } = useSaveSet(useUnitKeeper(id));
  const [action, setAction] = useState<UnitAction | null>(null);
  useLeaveGuard(drafts.size > 0);
  return (
    <div className="unit">
      <UnitHeader unit={unit} asOf={asOf} onUnit={onUnit} onAction={setAction} />
      <UnitTabs
        unit={unit}
        asOf={asOf}
        tab={tab}
        parts={parts}
        drafts={drafts}
        save={save}
        onTab={onTab}
        onUnit={onUnit}
      />
      {action && (
        <UnitDialog unit={unit} action={action} onClose={() => setAction(null)} onFounded={onUnit} />
      )}
      {dialog}
    </div>
  );
}
