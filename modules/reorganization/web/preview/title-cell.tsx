import { Button, Input } from 'antd';
import { useState } from 'react';

interface TitleCellProps {
  /** What is edited, for those who hear it. */
  readonly label: string;
  readonly title: string;
  /** What is shown beside the title, before it. */
  readonly lead?: string;
  readonly isChanged: boolean;
  /** Empty: as usual again. */
  readonly onChange: (title: string) => void;
}

/** A title that can be written anew in its place. */
export function TitleCell({ label, title, lead = '', isChanged, onChange }: TitleCellProps) {
  const [typed, setTyped] = useState<string | null>(null);
  if (typed === null) {
    return (
      <span className="reorg-title-cell">
        <span title={lead + title}>
          {lead} <span className={isChanged ? 'is-changed' : ''}>{title}</span>
        </span>
        <Button type="link" size="small" aria-label={`修改${label}`} onClick={() => setTyped(title)}>
          改
        </Button>
      </span>
    );
  }
  const finish = (): void => {
    setTyped(null);
    if (typed.trim() !== title) onChange(typed.trim());
  };
  return (
    <Input
      autoFocus
      size="small"
      aria-label={label}
      placeholder="不填则恢复原名称"
      maxLength={100}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={finish}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
