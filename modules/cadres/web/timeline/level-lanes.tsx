import { useMemo } from 'react';
import { displayValue, monthNumber, textOf, type RecordRow } from '#platform/model';
import { useRegistry, useTablesOf } from '#platform/web';
import type { CadreData } from '../person/use-cadre.ts';
import { lengthText } from './spans.ts';

interface LanePiece {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

interface LevelLanesProps {
  readonly person: CadreData;
  readonly place: (month: number) => number;
  readonly now: number;
}

/** 职务层次 and 职级 above the career: when each was reached. */
export function LevelLanes({ person, place, now }: LevelLanesProps) {
  const registry = useRegistry();
  const sets = useMemo(() => [registry.get('A05')], [registry]);
  const { tables, ready } = useTablesOf(sets);
  const stored = person.sets['A05']?.rows;
  const lanes = useMemo(() => {
    const field = sets[0]?.fields.find((each) => each.key === 'levelOrRankCode');
    const rows = (stored ?? []) as readonly RecordRow[];
    return [
      { key: '0', label: '职务层次' },
      { key: '1', label: '职级' },
    ].map(({ key, label }) => ({
      label,
      pieces: piecesOf(
        rows.filter((row) => textOf(row, 'kind') === key),
        now,
        (row) => (field ? displayValue(field, row, tables, () => '') : ''),
      ),
    }));
  }, [sets, stored, tables, now]);
  if (!ready) return null;
  return (
    <>
      {lanes
        .filter((lane) => lane.pieces.length > 0)
        .map((lane) => (
          <div
            key={lane.label}
            className="timeline-lane"
            role="img"
            aria-label={describe(lane.label, lane.pieces)}
          >
            <span className="timeline-lane-name">{lane.label}</span>
            {lane.pieces.map((piece) => (
              <span
                key={piece.id}
                style={{ left: `${place(piece.from)}%`, width: `${place(piece.to) - place(piece.from)}%` }}
                title={`${piece.label}　${lengthText(piece.to - piece.from)}`}
              >
                {piece.label}
              </span>
            ))}
          </div>
        ))}
    </>
  );
}

/** Each level lasts until it ended, or else until the next one began. */
function piecesOf(rows: readonly RecordRow[], now: number, label: (row: RecordRow) => string): LanePiece[] {
  const begun = rows
    .flatMap((row) => {
      const from = monthNumber(textOf(row, 'approvedOn'));
      return from === null ? [] : [{ row, from }];
    })
    .toSorted((a, b) => a.from - b.from);
  return begun.flatMap(({ row, from }, index) => {
    const to = monthNumber(textOf(row, 'endedOn')) ?? begun[index + 1]?.from ?? now;
    return to > from ? [{ id: row.id, from, to, label: label(row) }] : [];
  });
}

function describe(label: string, pieces: readonly LanePiece[]): string {
  return `${label}：${pieces.map((piece) => `${piece.label}${lengthText(piece.to - piece.from)}`).join('，')}`;
}
