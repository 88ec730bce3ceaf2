import { Select } from 'antd';
import type { OperationOutput } from '#platform/model';
import type { compareDuplicates } from '../model/contracts.ts';
import { usualList, type Kept } from './choices.ts';

interface ListRowsProps {
  readonly lists: OperationOutput<typeof compareDuplicates>['lists'];
  readonly keepIndex: 0 | 1;
  readonly chosen: Readonly<Record<string, Kept>>;
  readonly onChoose: (key: string, kept: Kept) => void;
}

const sides = [
  { value: 0, label: '只留左侧' },
  { value: 1, label: '只留右侧' },
] as const;

/** Sets with several rows: the rows of either side, and whether those of both are kept. */
export function ListRows({ lists, keepIndex, chosen, onChoose }: ListRowsProps) {
  return (
    <tbody>
      {lists.map(({ key, label, rows, printed, lasting }) => {
        const counts = rows.map((own) => own.length);
        const kept = lasting ? 'both' : (chosen[key] ?? usualList(printed, counts, keepIndex));
        return (
          <tr key={key}>
            <th scope="row">
              {label}
              <Select
                size="small"
                aria-label={`${label}保留哪些`}
                value={kept}
                disabled={lasting}
                options={printed ? [...sides] : [{ value: 'both' as const, label: '两侧都留' }, ...sides]}
                onChange={(value: Kept) => onChoose(key, value)}
              />
            </th>
            {rows.map((own, index) => (
              <td key={index} className={kept === index || kept === 'both' ? 'is-kept' : ''}>
                {own.length === 0 ? (
                  <span className="soft-text">（无）</span>
                ) : (
                  <ul>
                    {own.map(({ title, details, same }, place) => (
                      <li key={place}>
                        {title}
                        {same && <span className="duplicates-mark is-same">相同</span>}
                        {details !== '' && <div className="soft-text">{details}</div>}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            ))}
          </tr>
        );
      })}
    </tbody>
  );
}
