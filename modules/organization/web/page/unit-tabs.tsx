import { Tabs } from 'antd';
import { Suspense, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react';
import type { SetDefinition } from '#platform/model';
import { Loading, OpenSet, useCan, useRegistry, useSession, type Drafts, type SaveSet } from '#platform/web';
import { quotaSets } from '../../model/unit-contracts.ts';
import { UnitTimeline } from '../history/unit-timeline.tsx';
import type { UnitData, UnitPart, UnitPartProps } from '../unit-part.ts';
import { useUnits } from '../use-units.ts';
import { UnitsBelow } from './units-below.tsx';

export type LoadedPart = Omit<UnitPart, 'load'> & {
  readonly Part: LazyExoticComponent<ComponentType<UnitPartProps>>;
};

export interface UnitTabsProps {
  readonly unit: UnitData;
  readonly asOf: string | null;
  readonly tab: string;
  readonly parts: readonly LoadedPart[];
  readonly drafts: Drafts;
  readonly save: SaveSet;
  readonly onTab: (tab: string) => void;
  readonly onUnit: (id: string) => void;
}

const noWarnings: readonly never[] = [];

/** 基本情况, 下级机构, 职位, 沿革, 核定职数, 核定编制, and the tabs of other modules. */
export function UnitTabs(props: UnitTabsProps) {
  const { unit, asOf, tab, onTab, onUnit } = props;
  const { permissions } = useSession();
  const parts = props.parts.filter((part) => permissions.has(part.permission));
  const mayReadQuotas = useCan('quota:read');
  const isGroup = unit.kindCode === '3';
  const quotaTab = (code: string) => {
    const label = <SetLabel code={code} unit={unit} />;
    return { key: code, label, children: <SetTab {...props} parts={parts} code={code} /> };
  };
  const items = [
    { key: 'basics', label: '基本情况', children: <SetTab {...props} parts={parts} code="B01" /> },
    {
      key: 'below',
      label: `下级机构${unit.children.length > 0 ? ` ${unit.children.length}` : ''}`,
      children: <UnitsBelow unit={unit} asOf={asOf} onUnit={onUnit} />,
    },
    ...(mayReadQuotas && !isGroup ? [quotaTab('PS01')] : []),
    {
      key: 'UH01',
      label: <SetLabel code="UH01" unit={unit} />,
      children: (
        <>
          <UnitTimeline unit={unit} />
          <SetTab {...props} parts={parts} code="UH01" />
        </>
      ),
    },
    ...(mayReadQuotas && !isGroup ? [quotaTab('QT01'), quotaTab('HC01')] : []),
    ...parts
      .filter((part) => part.place === 'tab')
      .map((part) => ({
        key: part.key,
        label: part.label,
        children: <ShownPart part={part} unit={unit} asOf={asOf} />,
      })),
  ];
  const known = items.some((item) => item.key === tab) ? tab : 'basics';
  return <Tabs className="unit-tabs" activeKey={known} items={items} onChange={onTab} destroyOnHidden />;
}

const shortLabels: Readonly<Record<string, string>> = { UH01: '沿革' };

function SetLabel({ code, unit }: { readonly code: string; readonly unit: UnitData }): ReactNode {
  const registry = useRegistry();
  const count = unit.sets[code]?.rows.length ?? 0;
  return `${shortLabels[code] ?? registry.find(code)?.label ?? code}${count > 0 ? ` ${count}` : ''}`;
}

/** A set of the unit, and above it what other modules say about it. */
function SetTab({ code, unit, asOf, parts, drafts, save }: UnitTabsProps & { readonly code: string }) {
  const registry = useRegistry();
  const { units, nameOf } = useUnits();
  const mayEditUnit = useCan('unit:edit');
  const mayEditQuota = useCan('quota:edit');
  const set = registry.find(code);
  if (!set) return null;
  const mayEdit = ({ code: each }: SetDefinition): boolean =>
    asOf === null && (quotaSets.includes(each) ? mayEditQuota : mayEditUnit);
  return (
    <>
      {parts
        .filter((part) => part.place === code)
        .map((part) => (
          <ShownPart key={part.key} part={part} unit={unit} asOf={asOf} />
        ))}
      {asOf !== null && code === 'B01' && (
        <p className="unit-hint">以下为现在登记的内容；名称、级别和隶属在所选日期的情况见上方。</p>
      )}
      {asOf === null && code === 'B01' && mayEditUnit && (
        <p className="unit-hint">
          在此修改按更正处理，不记入沿革；更名、规格调整、隶属调整和撤销请用上方的按钮办理。
        </p>
      )}
      <OpenSet
        set={set}
        stored={unit.sets}
        units={units}
        unitName={nameOf}
        mayEdit={mayEdit}
        sensitive
        warnings={noWarnings}
        drafts={drafts}
        save={save}
        focus={null}
        onFocused={() => undefined}
      />
    </>
  );
}

function ShownPart({ part, ...given }: UnitPartProps & { readonly part: LoadedPart }) {
  const { Part } = part;
  return (
    <Suspense fallback={<Loading />}>
      <Part {...given} />
    </Suspense>
  );
}
