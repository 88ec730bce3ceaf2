import { Link } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { OperationInput, OperationOutput } from '#platform/model';
import {
  DayInput,
  EmptyState,
  ErrorView,
  Loading,
  useAction,
  useCall,
  useCan,
  useLeaveGuard,
  useNotes,
  useOfficeClock,
} from '#platform/web';
import { readReserveReviews, writeReserveReviews } from '../../model/contracts.ts';
import type { Pool } from '../../model/pools/pool.ts';
import { useRefresh } from '../dialogs/use-refresh.ts';

type Reviews = OperationOutput<typeof readReserveReviews>;
type Written = OperationInput<typeof writeReserveReviews>['body']['people'][number];
type Conclusion = NonNullable<Written['conclusionCode']>;

interface Draft {
  readonly conclusionCode: Conclusion | null;
  readonly opinion: string;
}

const conclusions = [
  { value: '1', label: '继续培养' },
  { value: '2', label: '重点培养' },
  { value: '3', label: '近期可用' },
  { value: '4', label: '调整出库' },
] as const;

function conclusionOf(code: string): Conclusion | null {
  return conclusions.find(({ value }) => value === code)?.value ?? null;
}

/** 研判: one year of all members in a table, kept as one change. */
export function ReviewsTab({
  pool,
  asOf,
  counted,
}: {
  readonly pool: Pool;
  readonly asOf: string | undefined;
  /** The day of the page. */
  readonly counted: string;
}) {
  const now = counted.slice(0, 4);
  const [year, setYear] = useState(now);
  const { data, error, refetch } = useCall(readReserveReviews, {
    body: { pool: pool.id, year, ...(asOf ? { asOf } : {}) },
  });
  const years = Array.from({ length: 6 }, (_, index) => String(Number(now) - index));
  return (
    <>
      <div className="reserve-tools">
        <label htmlFor="review-year">年度</label>
        <Select
          id="review-year"
          aria-label="年度"
          value={year}
          options={years.map((value) => ({ value, label: value }))}
          onChange={setYear}
        />
        {pool.reviewMonth !== null && <span className="soft-text">每年 {pool.reviewMonth} 月研判</span>}
      </div>
      {error && !data && <ErrorView error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data?.people.length === 0 && (
        <EmptyState title="还没有成员" hint="有成员以后，可在这里逐人登记研判结论。" />
      )}
      {data && data.people.length > 0 && (
        <ReviewTable key={year} pool={pool} year={year} people={data.people} />
      )}
    </>
  );
}

function ReviewTable({
  pool,
  year,
  people,
}: {
  readonly pool: Pool;
  readonly year: string;
  readonly people: Reviews['people'];
}) {
  const mayEdit = useCan('reserve:edit');
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const clock = useOfficeClock();
  const [reviewedOn, setReviewedOn] = useState(() => clock.day());
  const write = useAction(writeReserveReviews);
  const refresh = useRefresh();
  const { done, failed } = useNotes();
  const touched = people.filter(({ id }) => drafts[id] !== undefined);
  useLeaveGuard(touched.length > 0);
  const draftOf = (person: Reviews['people'][number]): Draft =>
    drafts[person.id] ?? { conclusionCode: conclusionOf(person.conclusionCode), opinion: person.opinion };
  const save = async (): Promise<void> => {
    try {
      const { people: count } = await write.mutateAsync({
        body: {
          pool: pool.id,
          year,
          reviewedOn,
          people: touched.map((person) => ({ id: person.id, version: person.version, ...draftOf(person) })),
        },
      });
      setDrafts({});
      await refresh();
      done(`已登记 ${count} 人的研判`);
    } catch (error) {
      failed(error);
    }
  };
  const reviewed = people.filter(({ conclusionCode }) => conclusionCode !== '').length;
  return (
    <>
      <div className="reserve-tools">
        <span>
          已研判 {reviewed} / {people.length} 人
        </span>
        {mayEdit && (
          <>
            <label htmlFor="reviewed-on">研判时间</label>
            <DayInput id="reviewed-on" value={reviewedOn} onChange={setReviewedOn} />
            <Button
              type="primary"
              loading={write.isPending}
              disabled={touched.length === 0 || reviewedOn === ''}
              onClick={() => void save()}
            >
              保存{touched.length > 0 && `（${touched.length} 人）`}
            </Button>
          </>
        )}
      </div>
      <table className="reserve-table reserve-reviews">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">现任职务</th>
            <th scope="col">上次研判</th>
            <th scope="col">结论</th>
            <th scope="col">意见</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => {
            const draft = draftOf(person);
            const change = (next: Partial<Draft>): void =>
              setDrafts({ ...drafts, [person.id]: { ...draft, ...next } });
            return (
              <tr key={person.id} className={drafts[person.id] ? 'is-touched' : ''}>
                <th scope="row">
                  <Link to="/cadres/$id" params={{ id: person.id }}>
                    {person.name}
                  </Link>
                </th>
                <td>{person.post}</td>
                <td className="soft-text">
                  {person.before ? `${person.before.year} ${person.before.conclusion}` : ''}
                </td>
                <td>
                  {mayEdit ? (
                    <Select<Conclusion | null>
                      aria-label={`${person.name}的结论`}
                      className="reserve-conclusion"
                      value={draft.conclusionCode}
                      placeholder="未研判"
                      options={[...conclusions]}
                      onChange={(conclusionCode) => change({ conclusionCode })}
                    />
                  ) : (
                    (conclusions.find(({ value }) => value === draft.conclusionCode)?.label ?? '')
                  )}
                </td>
                <td>
                  {mayEdit ? (
                    <Input
                      aria-label={`${person.name}的意见`}
                      value={draft.opinion}
                      maxLength={400}
                      autoComplete="off"
                      onChange={(event) => change({ opinion: event.target.value })}
                    />
                  ) : (
                    draft.opinion
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
