import { Button } from 'antd';
import { useState } from 'react';
import {
  displayValue,
  isRowWithdrawn,
  isSensitive,
  isUncoded,
  newId,
  rowTitle,
  sortedRows,
  textOf,
  type RecordRow,
} from '#platform/model';
import { EmptyState } from '../../parts/empty-state.tsx';
import { movedRow, OrderButtons } from './order-buttons.tsx';
import { RowDrawer } from './row-drawer.tsx';
import type { SetProps } from './set-props.ts';

const mostColumns = 8;

interface OpenRow {
  readonly row: RecordRow;
  readonly isNew: boolean;
  readonly focus: { readonly field: string } | null;
}

/** A set with several rows: a table; a row is edited in a drawer and saved by itself. */
export function RepeatingSet(props: SetProps) {
  const { set, base, tables, unitName, editable, sensitive, focus, onFocused, warnings, save } = props;
  const rows = sortedRows(set, base.rows);
  const newRow = (): RecordRow => ({ id: newId(), ...nextOrder(props) });
  const [chosen, setChosen] = useState<OpenRow | null>(null);
  // Who came by a cell of the form wants the row open at once.
  const wanted = focus ? openFor(focus, rows, newRow) : null;
  const [answered, setAnswered] = useState<typeof focus>(null);
  if (focus && wanted && answered !== focus && editable) {
    setAnswered(focus);
    setChosen(wanted);
  }
  const columns = columnsFor(props, rows);
  const movable = editable && set.order?.[0] === 'order' && rows.length > 1;
  const [moving, setMoving] = useState(false);
  const move = async (index: number, by: 1 | -1): Promise<void> => {
    setMoving(true);
    await save(set, base, movedRow(rows, index, by), '已调整次序');
    setMoving(false);
  };
  const close = (): void => {
    setChosen(null);
    onFocused();
  };
  return (
    <div>
      {rows.length === 0 && <EmptyState title={`没有${set.label}记录`} />}
      {rows.length > 0 && (
        <div className="sets-table-frame">
          <table className="sets-table">
            <thead>
              <tr>
                {columns.map((field) => (
                  <th key={field.key} scope="col">
                    {field.label}
                  </th>
                ))}
                {movable && (
                  <th scope="col">
                    <span className="visually-hidden">次序</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr
                  key={row.id}
                  tabIndex={0}
                  className={[
                    ...(warnings.some((warning) => warning.row === row.id) ? ['is-doubtful'] : []),
                    ...(isRowWithdrawn(set, row) ? ['is-withdrawn'] : []),
                  ].join(' ')}
                  onClick={() => setChosen({ row, isNew: false, focus: null })}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' && event.target === event.currentTarget)
                      setChosen({ row, isNew: false, focus: null });
                  }}
                >
                  {columns.map((field) => (
                    <td key={field.key}>
                      {displayValue(field, row, tables, unitName)}
                      {isUncoded(field, row) && <span className="uncoded-mark">未编码</span>}
                    </td>
                  ))}
                  {movable && (
                    <td className="sets-move" onClick={(event) => event.stopPropagation()}>
                      <OrderButtons
                        name={rowTitle(set, row, tables, unitName)}
                        first={index === 0}
                        last={index === rows.length - 1}
                        busy={moving}
                        onMove={(by) => void move(index, by)}
                      />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editable && (
        <Button className="sets-add" onClick={() => setChosen({ row: newRow(), isNew: true, focus: null })}>
          新增{set.label}
        </Button>
      )}
      {chosen && (
        <RowDrawer
          key={chosen.row.id}
          {...props}
          sensitive={sensitive}
          row={chosen.row}
          isNew={chosen.isNew}
          focus={chosen.focus}
          onClose={close}
        />
      )}
    </div>
  );
}

function openFor(
  focus: NonNullable<SetProps['focus']>,
  rows: readonly RecordRow[],
  newRow: () => RecordRow,
): OpenRow {
  const found = rows.find((row) => row.id === focus.row);
  return { row: found ?? newRow(), isNew: !found, focus: { field: focus.field } };
}

/** A new row goes to the end where the set counts its rows. */
function nextOrder({ set, base }: SetProps): Record<string, number> {
  const field = set.fields.find((each) => each.key === 'order' && each.type === 'integer');
  if (!field) return {};
  const used = base.rows.map((row) => Number(textOf(row, 'order'))).filter(Number.isFinite);
  return { order: Math.max(0, ...used) + 1 };
}

/** The fields that name a row, then those that have a value somewhere. */
function columnsFor({ set, sensitive }: SetProps, rows: readonly RecordRow[]) {
  const titles = set.title ?? [];
  const fields = set.fields.filter(
    (field) =>
      !field.internal &&
      field.type !== 'file' &&
      field.key !== 'order' &&
      (sensitive || !isSensitive(set, field)),
  );
  const used = fields.filter((field) =>
    rows.some((row) => textOf(row, field.key) !== '' || row.asWritten?.[field.key] !== undefined),
  );
  return [
    ...fields.filter((field) => titles.includes(field.key)),
    ...used.filter((field) => !titles.includes(field.key)),
  ].slice(0, mostColumns);
}
