import { useLocation, useNavigate } from '@tanstack/react-router';
import { Dropdown } from 'antd';
import type { Place } from './places.ts';

/** Several places of the navigation under one name. */
export function PlaceMenu({ label, places }: { label: string; places: readonly Place[] }) {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const here = places.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: places.map((place) => ({ key: place.path, label: place.label })),
        selectable: true,
        selectedKeys: here ? [here.path] : [],
        onClick: ({ key }) => void navigate({ to: key }),
      }}
    >
      <button type="button" className={here ? 'shell-place is-active' : 'shell-place'} aria-haspopup="menu">
        {label}
        <span aria-hidden="true">&nbsp;▾</span>
      </button>
    </Dropdown>
  );
}
