// @vitest-environment happy-dom
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test } from 'vitest';
import type { OwnKey } from '../../model/own/own-table-spec.ts';
import { KeyZones } from './key-zones.tsx';
import { keyId, zoneOrder, type Zones } from './zones.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const sex: OwnKey = { field: 'A01.sexCode' };
const age: OwnKey = { field: 'age', bands: 'age:standard' };
const rank: OwnKey = { field: 'rank' };

/** What is dragged comes from the list of fields beside the zones. */
function Desk({
  start,
  dragged,
  onChange,
}: {
  start: Zones;
  dragged: OwnKey | null;
  onChange: (zones: Zones) => void;
}) {
  const [zones, setZones] = useState(start);
  const [inHand, drag] = useState(dragged);
  return (
    <KeyZones
      zones={zones}
      labelOf={keyId}
      dragged={inHand}
      drag={drag}
      onChange={(next) => {
        setZones(next);
        onChange(next);
      }}
    />
  );
}

function open(dragged: OwnKey | null) {
  const seen: Zones[] = [];
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  onTestFinished(() => act(() => root.unmount()));
  const start: Zones = { rows: [age], columns: [sex], third: [] };
  act(() => root.render(<Desk start={start} dragged={dragged} onChange={(zones) => seen.push(zones)} />));
  const part = (selector: string, index = 0): HTMLElement => {
    const found = document.querySelectorAll<HTMLElement>(selector)[index];
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };
  return {
    part,
    last: () => {
      const zones = seen.at(-1);
      return zoneOrder.map((zone) => zones?.[zone].map(keyId).join(' '));
    },
  };
}

function drop(target: HTMLElement): void {
  act(() => {
    target.dispatchEvent(new Event('drop', { bubbles: true, cancelable: true }));
  });
}

test('a field that is dropped on a zone stands there, before the key it is dropped on', () => {
  const { part, last } = open(rank);
  drop(part('.own-key'));
  expect(last()).toEqual(['rank age:standard', 'A01.sexCode', '']);
});

test('a field that is dropped on the third zone divides the columns', () => {
  const { part, last } = open(rank);
  drop(part('.own-zone', 2));
  expect(last()).toEqual(['age:standard', 'A01.sexCode', 'rank']);
});

test('keys move by Alt and the arrow keys, and leave by their button', () => {
  const { part, last } = open(null);
  const press = (key: string): void =>
    act(() => {
      const event = new KeyboardEvent('keydown', { key, altKey: true, bubbles: true });
      part('[data-own-key="A01.sexCode"]').dispatchEvent(event);
    });
  press('ArrowRight');
  expect(last()).toEqual(['age:standard', '', 'A01.sexCode']);
  press('ArrowLeft');
  press('ArrowLeft');
  expect(last()).toEqual(['age:standard A01.sexCode', '', '']);
  act(() => part('.own-key-remove').click());
  expect(last()).toEqual(['A01.sexCode', '', '']);
});
