import { Checkbox, Segmented, Select } from 'antd';
import {
  call,
  ErrorView,
  keyOf,
  Loading,
  UnitPicker,
  useCall,
  useNarrow,
  useOfficeClock,
} from '#platform/web';
import { useUnits } from '#modules/organization/web';
import { listStandardTables, readStandardTable } from '../../model/contracts.ts';
import { tableFamilies } from '../../model/standard-table.ts';
import { NamesDrawer, type Drilled } from '../parts/names-drawer.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { TakeAway } from '../parts/take-away.tsx';
import { TableSheet } from '../parts/table-sheet.tsx';
import { useKept } from '../parts/use-kept.ts';
import { useStatisticsSearch } from '../parts/use-statistics-search.ts';
import { ViewChoice, type View } from '../parts/view-choice.tsx';
import { TableCharts } from './table-charts.tsx';
import { YearsChart } from './years-chart.tsx';

/** 标准表: the list on the left, the table as it is printed on the right. */
export function TablesPage() {
  const clock = useOfficeClock();
  const search = useStatisticsSearch();
  const narrow = useNarrow();
  const { units } = useUnits();
  const list = useCall(listStandardTables, {});
  const tables = list.data?.tables ?? [];
  const id = search.table ?? tables[0]?.id ?? '';
  const asked = {
    ...(search.asOf ? { asOf: search.asOf } : {}),
    ...(search.unit ? { unit: search.unit } : {}),
  };
  const [wantsAges, setWantsAges] = useKept('ages', false);
  const averageAge = wantsAges && (tables.find((table) => table.id === id)?.byUnits ?? false);
  const { data, error, refetch } = useCall(
    readStandardTable,
    { params: { id }, body: { ...asked, averageAge } },
    { enabled: id !== '', keepPrevious: true },
  );
  const [view, setView] = useKept<View>('view', 'table');
  const [shares, setShares] = useKept('shares', false);
  const [drilled, setDrilled] = useKept<Drilled | null>('names', null);
  const failure = list.error ?? error;

  return (
    <PageFrame place="/statistics" search={search} counted={data?.asOf}>
      <div className="stats-body">
        {narrow ? (
          <Select
            aria-label="统计表"
            className="stats-choice"
            value={id}
            options={tables.map((table) => ({ value: table.id, label: table.title }))}
            onChange={(table: string) => search.go({ table })}
          />
        ) : (
          <nav className="stats-list" aria-label="统计表">
            {tableFamilies.map((family) => (
              <section key={family}>
                <h3>{family}</h3>
                {tables
                  .filter((table) => table.family === family)
                  .map((table) => (
                    <button
                      key={table.id}
                      type="button"
                      className={table.id === id ? 'is-selected' : ''}
                      aria-current={table.id === id}
                      title={table.about}
                      onClick={() => search.go({ table: table.id })}
                    >
                      {table.title}
                    </button>
                  ))}
              </section>
            ))}
          </nav>
        )}
        <div className="stats-main">
          <div className="stats-tools">
            <ViewChoice view={view} onChange={setView} />
            <Segmented<boolean>
              value={shares}
              disabled={view !== 'table'}
              options={[
                { value: false, label: '人数' },
                { value: true, label: '占比' },
              ]}
              onChange={setShares}
            />
            {tables.find((table) => table.id === id)?.byUnits && view === 'table' && (
              <Checkbox checked={wantsAges} onChange={({ target }) => setWantsAges(target.checked)}>
                平均年龄
              </Checkbox>
            )}
            <UnitPicker
              units={units}
              value={search.unit ?? null}
              label="统计范围"
              placeholder="全部机构"
              onChange={(unit) => search.go({ unit: unit ?? undefined })}
            />
            <span className="stats-gap" />
            <TakeAway disabled={!data} body={{ ...asked, table: id, shares, averageAge }} />
          </div>
          {failure && <ErrorView error={failure} onRetry={() => void refetch()} />}
          {!data && !failure && <Loading />}
          {data && view === 'table' && (
            <TableSheet
              table={data}
              withShares={shares}
              onDrill={setDrilled}
              foot={`生成时间：${clock.minuteText(data.generatedAt)}`}
            />
          )}
          {data && view === 'charts' && <TableCharts table={data} />}
          {data && view === 'years' && (
            <YearsChart
              key={id}
              table={data}
              ask={(asOf) => {
                const input = { params: { id }, body: { ...asked, asOf } };
                return {
                  queryKey: keyOf(readStandardTable, input),
                  queryFn: ({ signal }) => call(readStandardTable, input, signal),
                };
              }}
            />
          )}
        </div>
      </div>
      <NamesDrawer drilled={drilled} asOf={data?.asOf ?? ''} onClose={() => setDrilled(null)} />
    </PageFrame>
  );
}
