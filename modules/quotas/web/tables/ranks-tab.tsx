import { EmptyState, ErrorView, Loading, useCall } from '#platform/web';
import { buckets } from '../../model/buckets.ts';
import { readRankTable } from '../../model/contracts.ts';
import { NumberButton } from './names-drawer.tsx';
import { bodyOf, useCounted, type TabProps } from './tab-props.ts';

/** 职级职数: a block a pool, a row a group of ranks that shares its number. */
export function RanksTab({ unit, asOf, onOpen, onCounted }: TabProps) {
  const { data, error, refetch } = useCall(
    readRankTable,
    { body: bodyOf({ unit, asOf }) },
    { keepPrevious: true },
  );
  useCounted(data?.asOf, onCounted);
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.pools.length === 0)
    return (
      <EmptyState
        title="所选机构不单独核定职级职数"
        hint="职级职数由上级机构统筹使用，请选择“全部机构”或统筹单位查看。"
      />
    );
  return (
    <div className="quota-blocks">
      {data.pools.map(({ unit: pool, staff, units, lines }) => (
        <section key={pool.id} className="quota-block">
          <h2>
            {pool.name}
            <span className="soft-text">
              统筹 {units} 个机构，行政编制 {staff} 名
            </span>
          </h2>
          <div className="quota-scroll">
            <table className="quota-plain">
              <thead>
                <tr>
                  {[
                    '职级',
                    '核定',
                    '按比例测算',
                    '实有',
                    '其中兼任',
                    '空缺',
                    '超配',
                    '军转首次套转',
                    '区级班子成员',
                  ].map((title) => (
                    <th key={title}>{title}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => {
                  const { bucket, approved, limit, filled, vacancy, excess } = line;
                  const { label } = buckets[bucket];
                  const open = () => onOpen({ unit: pool.id, unitName: pool.name, bucket });
                  return (
                    <tr key={bucket}>
                      <th scope="row">{label}</th>
                      <td>{approved ?? <span className="soft-text">未核定</span>}</td>
                      <td className="soft-text">{limit}</td>
                      <td>
                        <NumberButton label={`${pool.name}${label}实有 ${filled} 人`} onClick={open}>
                          <b>{filled}</b>
                        </NumberButton>
                      </td>
                      <td>{line.concurrent}</td>
                      <td>{vacancy}</td>
                      <td className={excess > 0 ? 'is-over' : ''}>{excess}</td>
                      <td>
                        <NumberButton
                          label={`${pool.name}${label}军转首次套转 ${line.exMilitary} 人`}
                          onClick={open}
                        >
                          {line.exMilitary}
                        </NumberButton>
                      </td>
                      <td>
                        <NumberButton
                          label={`${pool.name}${label}区级班子成员 ${line.districtTeam} 人`}
                          onClick={open}
                        >
                          {line.districtTeam}
                        </NumberButton>
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </section>
      ))}
      <p className="soft-text">
        核定职数以文件为准；按比例测算为行政编制乘以规定比例后舍去小数。军转干部首次套转和区级领导班子成员不计入实有。
      </p>
    </div>
  );
}
