import { Button, Dropdown } from 'antd';
import { printDate, textOf, writtenOf, type RecordRow } from '#platform/model';
import { useCan, useNarrow, useRegistry, useTablesOf } from '#platform/web';
import { organizationSet } from '../../model/sets/b01-organization.ts';
import { actionsFor, type UnitAction } from '../dialogs/unit-actions.ts';
import type { UnitData } from '../unit-part.ts';

export interface UnitHeaderProps {
  readonly unit: UnitData;
  readonly asOf: string | null;
  readonly onUnit: (id: string) => void;
  readonly onAction: (action: UnitAction) => void;
}

const named = [organizationSet];

/** Path, name, grade, names of the past, and what can happen to the unit. */
export function UnitHeader({ unit, asOf, onUnit, onAction }: UnitHeaderProps) {
  const narrow = useNarrow();
  const mayEdit = useCan('unit:edit');
  const registry = useRegistry();
  const { tables } = useTablesOf(registry.find('B01') ? named : []);
  const row = unit.sets['B01']?.rows[0] as RecordRow | undefined;
  const level = unit.levelCode
    ? (tables.resolve('ZB03', unit.levelCode)?.label ?? '')
    : textOf(row, 'levelCode') === ''
      ? writtenOf(row, 'levelCode')
      : '';
  const kind = unit.kindCode ? (tables.resolve('B0194', unit.kindCode)?.label ?? '') : '';
  const actions = mayEdit && asOf === null ? actionsFor(unit) : [];
  const before = unit.names.slice(0, -1).filter(({ name }) => name !== unit.name);
  return (
    <header className="unit-head">
      <nav className="unit-path" aria-label="上级机构">
        {unit.path.map((above) => (
          <span key={above.id}>
            <button type="button" onClick={() => onUnit(above.id)}>
              {above.name}
            </button>
            <span aria-hidden="true"> / </span>
          </span>
        ))}
      </nav>
      <div className="unit-title">
        <h1>{unit.name}</h1>
        {unit.life !== 'living' && (
          <span className="unit-mark is-ended">{unit.life === 'abolished' ? '已撤销' : '尚未设立'}</span>
        )}
        {[kind, level]
          .filter((text) => text !== '')
          .map((text) => (
            <span key={text} className="unit-mark">
              {text}
            </span>
          ))}
        <span className="unit-space" />
        {actions.length > 0 && narrow && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: actions.map(({ key, label, grave }) => ({ key, label, danger: grave })),
              onClick: ({ key }) => onAction(key as UnitAction),
            }}
          >
            <Button>办理 ▾</Button>
          </Dropdown>
        )}
        {!narrow &&
          actions.map(({ key, label, grave }) => (
            <Button key={key} danger={grave} onClick={() => onAction(key)}>
              {label}
            </Button>
          ))}
      </div>
      {before.length > 0 && (
        <p className="unit-line">
          曾用名：
          {before
            .toReversed()
            .map(({ name, until }) => `${name}${until ? `（至 ${printDate(until)}）` : ''}`)
            .join('、')}
        </p>
      )}
      {unit.predecessors.length > 0 && (
        <UnitLine label="由以下机构并入或承接其职能：" units={unit.predecessors} onUnit={onUnit} />
      )}
      {unit.end && (
        <p className="unit-line">
          {printDate(unit.end.on)} {unit.end.merged ? '并入' : '撤销'}
          {unit.end.successor && (
            <>
              {unit.end.merged ? '' : '，职能划入'}
              <UnitLink unit={unit.end.successor} onUnit={onUnit} />
            </>
          )}
        </p>
      )}
    </header>
  );
}

interface NamedUnit {
  readonly id: string;
  readonly name: string;
}

function UnitLine(props: {
  readonly label: string;
  readonly units: readonly NamedUnit[];
  readonly onUnit: (id: string) => void;
}) {
  return (
    <p className="unit-line">
      {props.label}
      {props.units.map((unit, place) => (
        <span key={unit.id}>
          {place > 0 && '、'}
          <UnitLink unit={unit} onUnit={props.onUnit} />
        </span>
      ))}
    </p>
  );
}

function UnitLink({ unit, onUnit }: { readonly unit: NamedUnit; readonly onUnit: (id: string) => void }) {
  return (
    <button type="button" className="unit-link" onClick={() => onUnit(unit.id)}>
      {unit.name}
    </button>
  );
}
