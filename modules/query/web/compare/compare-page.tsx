import { Button, Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { CareerAxis, mostCompared, setCompared, useCompared } from '#modules/cadres/web';
import { monthNumber } from '#platform/model';
import { AsOf, EmptyState, ErrorView, Loading, useCall } from '#platform/web';
import { comparePeople } from '../../model/compare-contract.ts';
import { CompareTable } from './compare-table.tsx';
import { comparedRows } from './differences.ts';
import { PersonSearch } from './person-search.tsx';
import './compare.css';

/** 干部比较: two to six people side by side, and their careers on one axis. */
export function ComparePage() {
  const ids = useCompared();
  const [asOf, setAsOf] = useState<string | undefined>();
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const { data, error, refetch } = useCall(
    comparePeople,
    { body: { ids: [...ids], ...(asOf ? { asOf } : {}) } },
    { enabled: ids.length > 0, keepPrevious: true },
  );
  const people = useMemo(
    () => ids.flatMap((id) => data?.people.find((person) => person.id === id) ?? []),
    [data, ids],
  );
  const rows = useMemo(() => {
    const all = comparedRows(data?.rows ?? [], people);
    return onlyDifferent && people.length > 1 ? all.filter(({ differs }) => differs) : all;
  }, [data, people, onlyDifferent]);
  const now = monthNumber(data?.asOf ?? '') ?? 0;
  return (
    <div className="compare">
      <header className="compare-bar">
        <h1>干部比较</h1>
        <PersonSearch
          chosen={ids}
          label="增加要比较的干部"
          placeholder={ids.length >= mostCompared ? '最多比较六名干部' : '姓名或拼音首字母，增加一名干部'}
          disabled={ids.length >= mostCompared}
          onChoose={(id) => setCompared([...ids, id])}
        />
        {data && ids.length > 0 && (
          <>
            <AsOf asOf={asOf} counted={data.asOf} onChange={setAsOf} />
            <Checkbox checked={onlyDifferent} onChange={(event) => setOnlyDifferent(event.target.checked)}>
              只看不同
            </Checkbox>
            <Button onClick={() => setCompared([])}>全部移去</Button>
          </>
        )}
      </header>
      {ids.length === 0 ? (
        <EmptyState title="还没有选择要比较的干部" hint="在上方输入姓名或拼音首字母，选择二至六名干部。" />
      ) : error && !data ? (
        <ErrorView error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          {ids.length === 1 && <p className="soft-text">再增加一名干部，即可逐项比较。</p>}
          <CompareTable
            people={people}
            rows={rows}
            now={now}
            onRemove={(id) => setCompared(ids.filter((each) => each !== id))}
            onMove={(id) => setCompared(movedLeft(ids, id))}
          />
          <section className="compare-careers">
            <h2>任职经历</h2>
            <CareerAxis people={people} now={now} />
          </section>
        </>
      )}
    </div>
  );
}

function movedLeft(ids: readonly string[], id: string): readonly string[] {
  const place = ids.indexOf(id);
  const before = ids[place - 1];
  if (before === undefined) return ids;
  return ids.map((each) => (each === id ? before : each === before ? id : each));
}
