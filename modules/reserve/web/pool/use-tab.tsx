import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { OperationOutput } from '#platform/model';
import { DayInput, EmptyState, ErrorView, Loading, useCall } from '#platform/web';
import { readReserveUse } from '../../model/contracts.ts';
import type { Pool } from '../../model/pools/pool.ts';

type Use = OperationOutput<typeof readReserveUse>;

const percent = (share: number | null): string => (share === null ? '—' : `${share}%`);
const average = (months: number | null): string => (months === null ? '—' : `${months} 个月`);

/** 使用情况: who was promoted out of the pool, after how long, by year and by batch. */
export function UseTab({ pool, asOf }: { readonly pool: Pool; readonly asOf: string | undefined }) {
  const [since, setSince] = useState('');
  const [batch, setBatch] = useState<string | null>(null);
  const { data, error, refetch } = useCall(
    readReserveUse,
    {
      body: {
        pool: pool.id,
        ...(asOf ? { asOf } : {}),
        ...(since === '' ? {} : { since }),
        ...(batch === null ? {} : { batch }),
      },
    },
    { keepPrevious: true },
  );
  // The choice of batches stays while one of them is looked at.
  const all = useCall(readReserveUse, { body: { pool: pool.id, ...(asOf ? { asOf } : {}) } });
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const names = (all.data ?? data).batches.map((each) => each.batch);
  return (
    <div className="reserve-structure">
      <div className="reserve-tools">
        <label htmlFor="use-since">某日在库人员</label>
        <DayInput id="use-since" value={since} onChange={setSince} />
        <label htmlFor="use-batch">批次</label>
        <Select
          id="use-batch"
          aria-label="批次"
          className="reserve-select"
          value={batch}
          allowClear
          placeholder="全部批次"
          options={names.map((name) => ({ value: name, label: name === '' ? '未填批次' : name }))}
          onChange={(value?: string | null) => setBatch(value ?? null)}
        />
        {(since !== '' || batch !== null) && (
          <Button
            type="text"
            onClick={() => {
              setSince('');
              setBatch(null);
            }}
          >
            全部
          </Button>
        )}
      </div>
      <dl className="reserve-figures">
        <Figure label={since === '' ? '先后入库' : '当日在库'} value={`${data.people} 人`} />
        <Figure label={since === '' ? '提拔使用' : '此后提拔使用'} value={`${data.promoted} 人`} />
        <Figure label="提拔比例" value={percent(data.share)} />
        <Figure label="平均在库时间（至提拔）" value={average(data.months)} />
      </dl>
      <p className="soft-text">
        提拔使用：入库后首次任更高的职务层次（乡科级副职以上；事业单位职员等级按对应层次），以“职务层次与职级”的批准日期为准；没有这类记录的，以出库原因“提拔使用”为准。晋升职级不计。
      </p>
      {data.people === 0 ? (
        <EmptyState title="没有入库记录" hint="换一个日期或批次。" />
      ) : (
        <>
          <Years years={data.years} />
          <Batches batches={data.batches} />
          <Used used={data.used} />
        </>
      )}
    </div>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Years({ years }: { readonly years: Use['years'] }) {
  return (
    <section>
      <h2>分年度</h2>
      <div className="reserve-scroll">
        <table className="reserve-table is-numbers">
          <thead>
            <tr>
              {['年度', '当年在库', '入库', '出库', '年末在库', '提拔使用', '提拔比例', '平均在库时间'].map(
                (head) => (
                  <th scope="col" key={head}>
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {years.toReversed().map(({ year, people, entered, exited, atEnd, promoted, share, months }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td>{people}</td>
                <td>{entered}</td>
                <td>{exited}</td>
                <td>{atEnd}</td>
                <td>{promoted}</td>
                <td>{percent(share)}</td>
                <td>{average(months)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Batches({ batches }: { readonly batches: Use['batches'] }) {
  return (
    <section>
      <h2>分批次</h2>
      <div className="reserve-scroll">
        <table className="reserve-table is-numbers">
          <thead>
            <tr>
              {[
                '批次',
                '入库',
                '其中：女',
                '入库时平均年龄',
                '仍在库',
                '提拔使用',
                '提拔比例',
                '平均在库时间',
              ].map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {batches.map(({ batch, people, women, averageAge, stillIn, promoted, share, months }) => (
              <tr key={batch}>
                <th scope="row">{batch === '' ? '未填批次' : batch}</th>
                <td>{people}</td>
                <td>{women}</td>
                <td>{averageAge === null ? '—' : `${averageAge} 岁`}</td>
                <td>{stillIn}</td>
                <td>{promoted}</td>
                <td>{percent(share)}</td>
                <td>{average(months)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Used({ used }: { readonly used: Use['used'] }) {
  if (used.length === 0) return null;
  return (
    <section>
      <h2>提拔使用人员（{new Set(used.map(({ id }) => id)).size}）</h2>
      <div className="reserve-scroll">
        <table className="reserve-table">
          <thead>
            <tr>
              {['姓名', '现任职务', '批次', '入库时间', '提拔时间', '提拔到', '在库时间'].map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {used.map(({ id, name, post, batch, enteredOn, promotedOn, level, months }) => (
              <tr key={`${id} ${enteredOn} ${promotedOn}`}>
                <th scope="row">
                  <Link to="/cadres/$id" params={{ id }}>
                    {name}
                  </Link>
                </th>
                <td>{post}</td>
                <td>{batch}</td>
                <td>{enteredOn}</td>
                <td>{promotedOn}</td>
                <td>{level}</td>
                <td>{average(months)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
