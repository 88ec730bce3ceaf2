import { Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OwnKey } from '../../model/own/own-table-spec.ts';
import {
  keyId,
  placed,
  removed,
  stepped,
  turned,
  zoneNames,
  zoneOf,
  zoneOrder,
  type Zone,
  type Zones,
} from './zones.ts';

export interface KeyZonesProps {
  readonly zones: Zones;
  readonly labelOf: (key: OwnKey) => string;
  /** The key that is being dragged, from here or from the list of fields. */
  readonly dragged: OwnKey | null;
  readonly drag: (key: OwnKey | null) => void;
  readonly onChange: (zones: Zones) => void;
}

const hints: Readonly<Record<Zone, string>> = {
  rows: '拖入或点选统计项',
  columns: '拖入或点选统计项',
  third: '列内再分，可不选',
};

/** 行、列、第三项: what is counted stands here, to be dragged, or moved by its menu and by Alt with the arrow keys. */
export function KeyZones({ zones, labelOf, dragged, drag, onChange }: KeyZonesProps) {
  const drop = (zone: Zone, index?: number): void => {
    if (dragged) onChange(placed(zones, dragged, zone, index));
    drag(null);
  };
  return (
    <div className="own-zones">
      {zoneOrder.map((zone) => (
        <DropZone key={zone} zone={zone} isOpen={dragged !== null} onDrop={() => drop(zone)}>
          {zones[zone].length === 0 && <li className="own-zone-hint">{hints[zone]}</li>}
          {zones[zone].map((key, index) => (
            <ZoneKey
              key={keyId(key)}
              label={labelOf(key)}
              itsKey={key}
              zones={zones}
              drag={drag}
              onDrop={() => drop(zone, index)}
              onChange={onChange}
            />
          ))}
        </DropZone>
      ))}
      <Button title="行列互换" onClick={() => onChange(turned(zones))}>
        ⇄ 互换
      </Button>
    </div>
  );
}

function DropZone({
  zone,
  isOpen,
  onDrop,
  children,
}: {
  zone: Zone;
  isOpen: boolean;
  onDrop: () => void;
  children: ReactNode;
}) {
  const [over, setOver] = useState(false);
  return (
    <div
      className={['own-zone', isOpen && 'is-open', isOpen && over && 'is-over'].filter(Boolean).join(' ')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop();
      }}
    >
      <span id={`own-zone-${zone}`} className="own-zone-name">
        {zoneNames[zone]}
      </span>
      <ul aria-labelledby={`own-zone-${zone}`}>{children}</ul>
    </div>
  );
}

function ZoneKey({
  itsKey,
  label,
  zones,
  drag,
  onDrop,
  onChange,
}: {
  itsKey: OwnKey;
  label: string;
  zones: Zones;
  drag: (key: OwnKey | null) => void;
  onDrop: () => void;
  onChange: (zones: Zones) => void;
}) {
  const here = zoneOf(zones, itsKey);
  const back = stepped(zones, itsKey, -1);
  const forward = stepped(zones, itsKey, 1);
  const change = (next: Zones): void => {
    onChange(next);
    // A key that moved keeps the keyboard.
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>(`[data-own-key="${CSS.escape(keyId(itsKey))}"]`)?.focus();
    });
  };
  return (
    <li
      className="own-key"
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', '');
        drag(itsKey);
      }}
      onDragEnd={() => drag(null)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onDrop();
      }}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
        event.preventDefault();
        change(event.key === 'ArrowLeft' ? back : forward);
      }}
    >
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...zoneOrder
              .filter((zone) => zone !== here)
              .map((zone) => ({ key: zone, label: `移到“${zoneNames[zone]}”` })),
            { key: 'back', label: '前移（Alt+←）', disabled: back === zones },
            { key: 'forward', label: '后移（Alt+→）', disabled: forward === zones },
            { key: 'remove', label: '移除' },
          ],
          onClick: ({ key }) => {
            const zone = zoneOrder.find((each) => each === key);
            if (zone) change(placed(zones, itsKey, zone));
            else if (key === 'back') change(back);
            else if (key === 'forward') change(forward);
            else change(removed(zones, itsKey));
          },
        }}
      >
        <button type="button" data-own-key={keyId(itsKey)} title="拖动，或点开选择去处">
          {label}
        </button>
      </Dropdown>
      <button
        type="button"
        className="own-key-remove"
        aria-label={`移除${label}`}
        onClick={() => onChange(removed(zones, itsKey))}
      >
        ✕
      </button>
    </li>
  );
}
