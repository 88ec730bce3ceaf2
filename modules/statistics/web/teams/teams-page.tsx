import { Button, Select } from 'antd';
import { useState } from 'react';
import { EmptyState, ErrorView, Loading, useCall, useCan } from '#platform/web';
import { runStatistics } from '#modules/query';
import { readTeams } from '../../model/team/contracts.ts';
import { NamesDrawer, type Drilled } from '../parts/names-drawer.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { useKept } from '../parts/use-kept.ts';
import { useStatisticsSearch } from '../parts/use-statistics-search.ts';
import { RulesDialog } from './rules-dialog.tsx';
import { TeamComparison } from './team-comparison.tsx';
import { TeamSheet } from './team-sheet.tsx';

const mostTeams = 20;

/** 班子: the portrait of one team on one page, or several side by side. */
export function TeamsPage() {
  const search = useStatisticsSearch();
  const units = (search.units ?? '').split(',').filter(Boolean).slice(0, mostTeams);
  const asOf = search.asOf ? { asOf: search.asOf } : {};
  const list = useCall(runStatistics, {
    body: {
      question: { population: 'serving', where: { op: 'not', of: { op: 'empty', field: 'teamUnit' } } },
      ...asOf,
      rows: [{ field: 'teamUnit' }],
      columns: [],
    },
  });
  const { data, error, refetch } = useCall(
    readTeams,
    { body: { units, ...asOf } },
    { enabled: units.length > 0, keepPrevious: true },
  );
  const [drilled, setDrilled] = useKept<Drilled | null>('names', null);
  const [isSetting, setSetting] = useState(false);
  const mayEdit = useCan('query:share');
  const options = (list.data?.rows.items ?? []).map(({ values: [value], labels: [label] }, index) => ({
    value: String(value),
    label: `${label ?? ''}（${list.data?.rowTotals[index] ?? 0}人）`,
  }));
  const failure = list.error ?? error;

  return (
    <PageFrame place="/statistics/teams" search={search} counted={data?.asOf ?? list.data?.asOf}>
      <div className="stats-main">
        <div className="stats-tools">
          <Select
            mode="multiple"
            aria-label="班子"
            className="stats-teams-choice"
            placeholder="选择一个或几个班子"
            value={units}
            maxCount={mostTeams}
            optionFilterProp="label"
            options={options}
            onChange={(chosen: string[]) => search.go({ units: chosen.join(',') || undefined })}
          />
          <Button disabled={units.length === 0 || !data} onClick={() => window.print()}>
            打印
          </Button>
          {mayEdit && data && <Button onClick={() => setSetting(true)}>设置提示</Button>}
        </div>
        {failure && <ErrorView error={failure} onRetry={() => void refetch()} />}
        {units.length === 0 && !failure && (
          <EmptyState title="请选择班子" hint="选一个看班子画像，可打印成一页；选两个以上并排比较。" />
        )}
        {units.length > 0 && !data && !failure && <Loading />}
        {units.length > 0 && data && (
          <>
            {data.teams.length > 1 && (
              <TeamComparison
                teams={data.together ? [...data.teams, data.together] : data.teams}
                asOf={data.asOf}
                onDrill={setDrilled}
              />
            )}
            {data.teams.length === 1 &&
              data.teams.map((team) => (
                <TeamSheet
                  key={team.name}
                  team={team}
                  rule={data.rule}
                  asOf={data.asOf}
                  onDrill={setDrilled}
                />
              ))}
          </>
        )}
      </div>
      {isSetting && data && <RulesDialog asOf={data.asOf} onClose={() => setSetting(false)} />}
      <NamesDrawer drilled={drilled} asOf={data?.asOf ?? ''} onClose={() => setDrilled(null)} />
    </PageFrame>
  );
}
