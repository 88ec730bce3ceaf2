import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { careerRange, CareerStrip } from '#modules/cadres/web';
import { apiRoot } from '#platform/web';
import type { OperationOutput } from '#platform/model';
import type { comparePeople } from '../../model/compare-contract.ts';
import type { ComparedRow } from './differences.ts';

export type Comparison = OperationOutput<typeof comparePeople>;

interface CompareTableProps {
  readonly people: Comparison['people'];
  readonly rows: readonly ComparedRow[];
  /** The month of the reference date, counted from year 0. */
  readonly now: number;
  readonly onRemove: (id: string) => void;
  readonly onMove: (id: string) => void;
}

/** Facts in rows, people in columns; what is not the same for all is marked. */
export function CompareTable({ people, rows, now, onRemove, onMove }: CompareTableProps) {
  const range = careerRange(
    people.map(({ career }) => career),
    now,
  );
  return (
    <div className="compare-scroll">
      <table className="compare-table" style={{ minWidth: `${7 + people.length * 11}rem` }}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">项目</span>
            </th>
            {people.map(({ id, name, post, unit, photo, career }, index) => (
              <th key={id} scope="col">
                <div className="compare-head">
                  {photo ? (
                    <img src={`${apiRoot}/cadres/${id}/photo?v=${photo}`} alt="" width={72} height={90} />
                  ) : (
                    <span className="compare-no-photo" aria-hidden="true">
                      {name.slice(0, 1)}
                    </span>
                  )}
                  <div>
                    <Link to="/cadres/$id" params={{ id }} search={{ view: 'form' }} className="compare-name">
                      {name}
                    </Link>
                    <p>{post || unit}</p>
                  </div>
                </div>
                {range && <CareerStrip career={career} from={range.from} to={range.to} now={now} />}
                <div className="compare-buttons">
                  <Link to="/cadres/$id" params={{ id }} search={{ view: 'form' }}>
                    任免表
                  </Link>
                  {index > 0 && (
                    <Button type="text" size="small" onClick={() => onMove(id)}>
                      ← 左移
                    </Button>
                  )}
                  <Button type="text" size="small" aria-label={`移去${name}`} onClick={() => onRemove(id)}>
                    移去
                  </Button>
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, group, texts, differs }, index) => (
            <tr
              key={label}
              className={[
                differs && people.length > 1 ? 'is-different' : '',
                rows[index - 1]?.group === group ? '' : 'is-first',
              ].join(' ')}
            >
              <th scope="row">
                {label}
                {differs && people.length > 1 && <span className="visually-hidden">（不同）</span>}
              </th>
              {texts.map((text, place) => (
                <td key={people[place]?.id ?? place}>{text || '—'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
