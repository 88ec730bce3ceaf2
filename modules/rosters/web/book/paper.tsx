import { Link } from '@tanstack/react-router';
import type { OperationOutput } from '#platform/model';
import { longDate } from '../../model/as-of.ts';
import type { previewRoster } from '../../model/contracts.ts';
import type { RosterCell } from '../../model/formats/cell.ts';

interface PaperProps {
  readonly preview: OperationOutput<typeof previewRoster>;
  readonly title: string;
  readonly subtitle: string;
  readonly catalogue: boolean;
  /** Below the table, on its last page. */
  readonly notes: readonly string[];
}

/** The roster as it will be printed: a sheet across, its head, its rows; a name opens the person. */
export function Paper({ preview, title, subtitle, catalogue, notes }: PaperProps) {
  const { columns, rows, groups } = preview;
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <div className="rosters-paper">
      {catalogue && groups.length > 0 && (
        <details className="rosters-catalogue">
          <summary>目录（{groups.length} 个单位）</summary>
          <ol>
            {groups.map(({ unit, name, count, first }) => (
              <li key={`${unit}:${first}`}>
                {name}（{count}人）第 {count === 1 ? first : `${first}—${first + count - 1}`} 号
              </li>
            ))}
          </ol>
        </details>
      )}
      <table>
        <caption>
          <span className="rosters-title">{title}</span>
          {subtitle && <span className="rosters-subtitle">{subtitle}</span>}
          <span className="rosters-subline">
            <span>共{preview.count}人</span>
            <span>截止时间：{longDate(preview.asOf)}</span>
          </span>
        </caption>
        <colgroup>
          {columns.map(({ width }, index) => (
            <col key={index} style={{ width: `${(width / whole) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ heading }, index) => (
              <th key={index} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            row.kind === 'group' ? (
              <tr key={`group:${row.group.first}`} className="rosters-group">
                <th colSpan={columns.length} scope="rowgroup">
                  {row.group.name}（{row.group.count}人）
                </th>
              </tr>
            ) : (
              <tr key={row.id}>
                {row.cells.map((cell, index) => (
                  <td key={index} className={columns[index]?.align === 'left' ? 'is-left' : ''}>
                    {isName(columns[index]) ? (
                      <Link to="/cadres/$id" params={{ id: row.id }} className="rosters-person">
                        <Cell cell={cell} />
                      </Link>
                    ) : (
                      <Cell cell={cell} />
                    )}
                  </td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
      {notes.map((note, index) => (
        <p key={index} className="rosters-note">
          {note}
        </p>
      ))}
    </div>
  );
}

function isName(column: PaperProps['preview']['columns'][number] | undefined): boolean {
  return column?.content.kind === 'field' && column.content.field === 'A01.name';
}

function Cell({ cell }: { readonly cell: RosterCell }) {
  if (typeof cell !== 'object') return cell;
  return <img src={`/api/v1/cadres/${encodeURIComponent(cell.photoOf)}/photo`} alt="照片" loading="lazy" />;
}
