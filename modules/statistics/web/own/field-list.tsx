import { Dropdown, Input } from 'antd';
import { useState } from 'react';
import type { OwnKey } from '../../model/own/own-table-spec.ts';
import type { KeyGroup } from './key-options.ts';
import { countKeys, keyId, mostKeys, zoneNames, zoneOf, zoneOrder, type Zone, type Zones } from './zones.ts';

/** 统计项: what may be counted by, to be dragged into a zone, or put there by its menu. */
export function FieldList({
  groups,
  zones,
  canDrag,
  drag,
  onPick,
}: {
  groups: readonly KeyGroup[];
  zones: Zones;
  /** False where the zones are not in view. */
  canDrag: boolean;
  drag: (key: OwnKey | null) => void;
  onPick: (key: OwnKey, zone: Zone) => void;
}) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = groups
    .map(({ label, options }) => ({
      label,
      options: options.filter(({ find }) => wanted === '' || find.includes(wanted)),
    }))
    .filter(({ options }) => options.length > 0);
  const isFull = countKeys(zones) >= mostKeys;
  return (
    <div className="own-fields">
      <Input
        aria-label="查找统计项"
        placeholder="查找统计项"
        allowClear
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p className="soft-text">
        {isFull
          ? '已选三项，先移除一项再选其他的。'
          : canDrag
            ? '拖到行、列，或点开选择放在哪里。'
            : '点开选择放在哪里。'}
      </p>
      {found.map(({ label, options }) => (
        <section key={label} aria-label={label}>
          <h3>{label}</h3>
          <ul>
            {options.map(({ key, label: name }) => {
              const zone = zoneOf(zones, key);
              const isOff = zone !== null || isFull;
              return (
                <li key={keyId(key)}>
                  <Dropdown
                    trigger={['click']}
                    disabled={isOff}
                    menu={{
                      items: zoneOrder.map((each) => ({ key: each, label: `放到“${zoneNames[each]}”` })),
                      onClick: ({ key: at }) => {
                        const place = zoneOrder.find((each) => each === at);
                        if (place) onPick(key, place);
                      },
                    }}
                  >
                    <button
                      type="button"
                      className="own-field"
                      aria-disabled={isOff}
                      draggable={canDrag && !isOff}
                      onDragStart={(event) => {
                        event.dataTransfer.effectAllowed = 'move';
                        event.dataTransfer.setData('text/plain', '');
                        drag(key);
                      }}
                      onDragEnd={() => drag(null)}
                    >
                      <span>{name}</span>
                      {zone && <span className="soft-text">{zoneNames[zone]}</span>}
                    </button>
                  </Dropdown>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {found.length === 0 && <p className="soft-text">没有找到，换个词再查。</p>}
    </div>
  );
}
