import { Drawer } from 'antd';
import type { ReactNode } from 'react';

interface DetailDrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** On a phone the form selected comes over the list. */
export function DetailDrawer({ open, onClose, children }: DetailDrawerProps) {
  return (
    <Drawer open={open} onClose={onClose} size="100%" placement="right" title="返回列表">
      {children}
    </Drawer>
  );
}
