import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Drawer, Pagination, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { useUnits } from '#modules/organization/web';
import { EmptyState, ErrorView, Loading, ServerRecords, unitPath, useCall, useNarrow } from '#platform/web';
import { listCadres } from '../../model/contracts.ts';
import { setFind, useFind } from '../find/find-store.ts';
import { ColumnChooser } from './column-chooser.tsx';
import type { ListAction } from './list-action.ts';
import type { ListColumn } from './list-column.ts';
import { ListActions } from './list-actions.tsx';
import { PeopleCards } from './people-cards.tsx';
import { PeopleTable } from './people-table.tsx';
import { useSelection } from './selection.ts';
import { unplaced, UnitSide } from './unit-side.tsx';
import { useChosenColumns } from './use-chosen-columns.ts';
import './list.css';

const pageSize = 100;

/** 干部: units on the left, their people on the right. */
export function ListPage(given: Given) {
  return (
    <ServerRecords>
      <CadreList {...given} />
    </ServerRecords>
  );
}

interface Given {
  readonly actions: readonly ListAction[];
  /** What another module can show of everybody in the list. */
  readonly column: ListColumn;
}

const nobody: readonly string[] = [];

function CadreList({ actions, column }: Given) {
  const search: { unit?: string; page?: number } = useSearch({ strict: false });
  const navigate = useNavigate();
  const narrow = useNarrow();
  const find = useFind();
  const columns = useChosenColumns(column);
  const { forest } = useUnits();
  const [choosing, setChoosing] = useState(false);
  const [sideOpen, setSideOpen] = useState(false);
  const unit = search.unit ?? null;
  const page = search.page ?? 1;
  const { data, error, isFetching, refetch } = useCall(
    listCadres,
    {
      body: {
        ...(unit ? { unit } : {}),
        ...(find ? { find } : {}),
        columns: columns.chosen.filter((name) => name !== column.name),
        page,
        size: pageSize,
      },
    },
    { keepPrevious: true },
  );
  const isShown = columns.chosen.includes(column.name);
  const ids = useMemo(() => data?.people.map(({ id }) => id) ?? nobody, [data]);
  const cells = column.useCells(isShown ? ids : nobody);
  const selection = useSelection({ unit, find }, data?.total ?? 0);
  const go = (next: { unit: string | null; page: number }): void => {
    void navigate({
      to: '/cadres',
      search: { ...(next.unit ? { unit: next.unit } : {}), ...(next.page > 1 ? { page: next.page } : {}) },
    });
  };
  const selectUnit = (next: string | null): void => {
    setSideOpen(false);
    if (next !== null) setFind('');
    go({ unit: next, page: 1 });
  };
  const title = unit === unplaced ? '未归属' : unit ? unitPath(forest, unit).join(' / ') : '全部干部';
  const side = <UnitSide unit={unit} onSelect={selectUnit} />;

  return (
    <div className="list-page">
      {narrow ? (
        <Drawer open={sideOpen} placement="left" size={320} title="机构" onClose={() => setSideOpen(false)}>
          {side}
        </Drawer>
      ) : (
        <aside className="list-side" aria-label="机构">
          {side}
        </aside>
      )}
      <section className="list-main" aria-label="干部名单">
        <header className="list-head">
          {narrow && <Button onClick={() => setSideOpen(true)}>机构</Button>}
          <h1>{title}</h1>
          {find && (
            <Tag closable className="list-find" onClose={() => setFind('')}>
              查找：{find}
            </Tag>
          )}
        </header>
        <ListActions
          unit={unit}
          find={find}
          total={data?.total ?? 0}
          selection={selection}
          onColumns={() => setChoosing(true)}
          actions={actions}
        />
        <div className={isFetching ? 'list-body is-fetching' : 'list-body'}>
          {error && <ErrorView error={error} onRetry={() => void refetch()} />}
          {!data && !error && <Loading />}
          {data && data.people.length === 0 && <NobodyHere find={find} onEnd={() => setFind('')} />}
          {data && data.people.length > 0 && narrow && (
            <PeopleCards list={data} selection={selection} extra={isShown ? cells : null} />
          )}
          {data && data.people.length > 0 && !narrow && (
            <PeopleTable
              key={`${unit ?? ''}:${page}`}
              list={data}
              selection={selection}
              withUnit={unit === null}
              extra={
                isShown ? { place: columns.chosen.indexOf(column.name), width: column.width, ...cells } : null
              }
            />
          )}
        </div>
        {data && data.total > pageSize && (
          <Pagination
            className="list-pages"
            current={page}
            total={data.total}
            pageSize={pageSize}
            showSizeChanger={false}
            simple={narrow}
            showQuickJumper={!narrow}
            size="small"
            onChange={(next) => go({ unit, page: next })}
          />
        )}
      </section>
      {choosing && <ColumnChooser columns={columns} onClose={() => setChoosing(false)} />}
    </div>
  );
}

function NobodyHere({ find, onEnd }: { find: string; onEnd: () => void }) {
  if (find) {
    return (
      <EmptyState title="没有找到符合的干部" hint="可用姓名、姓名中的一部分、拼音首字母或身份证号查找。">
        <Button onClick={onEnd}>清除查找</Button>
      </EmptyState>
    );
  }
  return <EmptyState title="这里还没有干部" hint="可导入任免审批表，或新增干部。" />;
}
