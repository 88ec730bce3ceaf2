import { Button, Dropdown, type MenuProps } from 'antd';
import { typeSizes, useTypeSize, type TypeSize } from '../theme/type-size.ts';

/** An entry of the user's menu. */
export interface UserMenuEntry {
  readonly key: string;
  readonly label: string;
  readonly onSelect: () => void;
}

/** The user's name with type size and the entries that the root gives. */
export function UserMenu({ name, entries }: { name: string; entries: readonly UserMenuEntry[] }) {
  const [size, setSize] = useTypeSize();
  const items: MenuProps['items'] = [
    {
      type: 'group',
      label: '字号',
      children: typeSizes.map((step) => ({
        key: `size:${step.size}`,
        label: step.label,
      })),
    },
    { type: 'divider' },
    ...entries.map((entry) => ({ key: entry.key, label: entry.label })),
  ];
  const choose = (key: string): void => {
    const chosen = typeSizes.find((step) => `size:${step.size}` === key);
    if (chosen) setSize(chosen.size satisfies TypeSize);
    else entries.find((entry) => entry.key === key)?.onSelect();
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, selectable: true, selectedKeys: [`size:${size}`], onClick: ({ key }) => choose(key) }}
    >
      <Button type="text" className="shell-user" aria-haspopup="menu">
        {name}
        <span aria-hidden="true"> ▾</span>
      </Button>
    </Dropdown>
  );
}
