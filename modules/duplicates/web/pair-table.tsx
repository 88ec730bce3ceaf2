import { Link } from '@tanstack/react-router';
import type { OperationOutput } from '#platform/model';
import type { listDuplicates } from '../model/contracts.ts';

export type DuplicateList = OperationOutput<typeof listDuplicates>;
type Pair = Pick<DuplicateList['pairs'][number], 'first' | 'second' | 'reason'>;

/** Pairs of people, each with the way to compare them. */
export function PairTable({ pairs }: { pairs: readonly Pair[] }) {
  return (
    <table className="duplicates-table duplicates-pairs">
      <thead>
        <tr>
          <th>记录一</th>
          <th>记录二</th>
          <th>相似之处</th>
          <th>
            <span className="visually-hidden">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ first, second, reason }) => (
          <tr key={`${first.id} ${second.id}`}>
            <td>
              <PersonLines {...first} />
            </td>
            <td>
              <PersonLines {...second} />
            </td>
            <td>{reason}</td>
            <td className="is-action">
              <Link to="/duplicates/$first/$second" params={{ first: first.id, second: second.id }}>
                对照
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Name and birth, below them what the person does. */
export function PersonLines({ name, birth, unit, post }: Pair['first']) {
  return (
    <>
      <strong>{name}</strong>
      {birth !== '' && <span className="duplicates-birth">{birth}</span>}
      <span className="duplicates-post">{post || unit || '未归属'}</span>
    </>
  );
}
