import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { OperationOutput } from '#platform/model';
import type { compareDuplicates } from '../model/contracts.ts';

type Comparison = OperationOutput<typeof compareDuplicates>;

const sides = ['左侧', '右侧'] as const;

/** Dates that both records have verified differently: what each says, and what to do before merging. */
export function Disputes({ people, disputes }: Pick<Comparison, 'people' | 'disputes'>) {
  return disputes.map(({ label, verified, counts, advice }) => (
    <Alert
      key={label}
      className="duplicates-dispute"
      role={counts === null ? 'alert' : 'note'}
      type={counts === null ? 'error' : 'warning'}
      title={`两侧都有${label}认定，结果不同`}
      description={
        <>
          <ul>
            {verified.map(({ row, value, evidence }, index) => (
              <li key={row}>
                {sides[index]}：<strong>{value}</strong>
                {evidence !== '' && `（${evidence}）`}{' '}
                <Link
                  to="/cadres/$id"
                  params={{ id: people[index]?.id ?? '' }}
                  search={{ view: 'sets', tab: 'sets', set: 'VF01', row, field: 'verifiedValue' }}
                >
                  打开{sides[index]}认定
                </Link>
              </li>
            ))}
          </ul>
          {advice}
        </>
      }
    />
  ));
}
