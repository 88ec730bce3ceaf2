import type { OperationOutput } from '#platform/model';
import { EmptyState } from '#platform/web';
import type { summarizeChecks } from '../../model/contracts.ts';

type Units = OperationOutput<typeof summarizeChecks>['units'];

/** The units directly below, each with all below it; a name goes down, the people with faults are listed. */
export function UnitTable({
  units,
  current,
  onUnit,
  onNames,
}: {
  readonly units: Units;
  readonly current: string | undefined;
  readonly onUnit: (unit: string) => void;
  readonly onNames: (unit: string, name: string) => void;
}) {
  if (units.length === 0) return <EmptyState title="这里没有人员" />;
  return (
    <table className="checks-table">
      <thead>
        <tr>
          <th scope="col">机构</th>
          <th scope="col">人数</th>
          <th scope="col">有问题</th>
          <th scope="col">错误</th>
          <th scope="col">警告</th>
          <th scope="col">提示</th>
        </tr>
      </thead>
      <tbody>
        {units.map(({ id, name, people, faulty, faults }) => (
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
            <td>
              {id === '' || id === current || faulty === 0 ? (
                faulty
              ) : (
                <button
                  type="button"
                  aria-label={`${name}有问题的 ${faulty} 人`}
                  onClick={() => onNames(id, name)}
                >
                  {faulty}
                </button>
              )}
            </td>
            <td className={faults.error > 0 ? 'checks-count is-error' : 'soft-text'}>{faults.error}</td>
            <td className={faults.warning > 0 ? 'checks-count is-warning' : 'soft-text'}>{faults.warning}</td>
            <td className={faults.hint > 0 ? '' : 'soft-text'}>{faults.hint}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
