import { Button } from 'antd';
import { useRef, type KeyboardEvent } from 'react';
import { CadreError } from '#platform/model';
import { ErrorView, scrollToRow, useRowHeight, useWindow } from '#platform/web';
import type { ImportItem, ItemState } from '../../model/contracts.ts';
import { usePreviewStart } from '../import/use-preview-start.ts';
import { ItemRow } from './item-row.tsx';
import { useItems } from './use-items.ts';

interface ItemListProps {
  readonly importId: string;
  readonly state: ItemState;
  readonly total: number;
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  readonly onChoose: (n: number, choice: string | null) => void;
  /** Draws the form selected beside the list. */
  readonly children: (item: ImportItem | undefined) => React.ReactNode;
}

/** The forms of one state, any number of them, and the one selected. Arrows move, Space leaves out or takes back. */
export function ItemList(props: ItemListProps) {
  const { importId, state, total, selected, onSelect, onChoose } = props;
  const height = Math.round(useRowHeight() * 1.5);
  const scroller = useRef<HTMLDivElement>(null);
  const { from, to } = useWindow(scroller, total, height);
  const { itemAt, error } = useItems(importId, state, from, to, selected);

  const move = (target: number): void => {
    const row = Math.max(0, Math.min(total - 1, target));
    onSelect(row);
    scrollToRow(scroller.current, row, height);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: selected + 1,
      ArrowUp: selected - 1,
      PageDown: selected + page,
      PageUp: selected - page,
      Home: 0,
      End: total - 1,
    };
    const step = steps[event.key];
    const item = itemAt(selected);
    if (step !== undefined) move(step);
    else if (event.key === ' ' && item && (item.state === 'created' || item.state === 'updated')) {
      onChoose(item.n, item.choice === 'skip' ? null : 'skip');
    } else return;
    event.preventDefault();
  };

  if (error) return <NotShown importId={importId} error={error} />;
  return (
    <>
      <div
        ref={scroller}
        className="import-list"
        role="listbox"
        aria-label="任免表"
        aria-activedescendant={`import-row-${selected}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div style={{ height: total * height, position: 'relative' }}>
          {Array.from({ length: Math.max(0, to - from) }, (_, offset) => {
            const index = from + offset;
            return (
              <div
                key={index}
                id={`import-row-${index}`}
                role="option"
                aria-selected={index === selected}
                aria-setsize={total}
                aria-posinset={index + 1}
                className="import-list-row"
                style={{ top: index * height, height }}
                onClick={() => onSelect(index)}
              >
                <ItemRow item={itemAt(index)} onChoose={onChoose} />
              </div>
            );
          })}
        </div>
      </div>
      {props.children(itemAt(selected))}
    </>
  );
}

/** The forms cannot be shown; those that were read with other rights are read anew. */
function NotShown({ importId, error }: { readonly importId: string; readonly error: Error }) {
  const startPreview = usePreviewStart();
  const isWithdrawn = error instanceof CadreError && error.code === 'rights-withdrawn';
  return (
    <div className="import-not-shown">
      <ErrorView error={error} />
      {isWithdrawn && (
        <Button type="primary" onClick={() => startPreview(importId)}>
          重新生成预览
        </Button>
      )}
    </div>
  );
}
