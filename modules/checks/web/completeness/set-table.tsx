import type { OperationOutput } from '#platform/model';
import type { readCompleteness } from '../../model/contracts.ts';
import { shareOf } from './share.ts';

interface SetTableProps {
  readonly data: OperationOutput<typeof readCompleteness>;
  readonly current: string | undefined;
  readonly onUnit: (unit: string) => void;
}

/** Units by sets: the share of people in whose set nothing required is missing. */
export function SetTable({ data: { units, sets }, current, onUnit }: SetTableProps) {
  return (
    <div className="checks-scroll">
      <table className="checks-table">
        <thead>
          <tr>
            <th scope="col">机构</th>
            <th scope="col">人数</th>
            {sets.map(({ code, label }) => (
              <th scope="col" key={code}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ id, name, people, complete }) => (
            <tr key={id}>
              <th scope="row">
                {id === '' || id === current ? (
                  `${name}${id === current ? '本级' : ''}`
                ) : (
                  <button type="button" onClick={() => onUnit(id)}>
                    {name}
                  </button>
                )}
              </th>
              <td>{people}</td>
              {sets.map(({ code }, index) => {
                const share = shareOf(complete[index] ?? 0, people);
                return (
                  <td key={code} className={share < 60 ? 'is-poor' : share < 90 ? 'is-fair' : ''}>
                    {share}%
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
