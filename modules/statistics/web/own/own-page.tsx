import { ErrorView, Loading, useCall } from '#platform/web';
import { readQueryFields } from '#modules/query';
import { listOwnTables } from '../../model/own/own-contracts.ts';
import { PageFrame } from '../parts/page-frame.tsx';
import { useStatisticsSearch } from '../parts/use-statistics-search.ts';
import { OwnDesk } from './own-desk.tsx';

/** 自定义: tables of one to three things against each other, made here or opened. */
export function OwnPage() {
  const search = useStatisticsSearch();
  const fields = useCall(readQueryFields, {}, { freshFor: 300_000 });
  const saved = useCall(listOwnTables, {});
  const failure = fields.error ?? saved.error;
  if (fields.data && saved.data) {
    const open = saved.data.items.find(({ id }) => id === search.table) ?? null;
    // What was opened begins anew; an edit by somebody else is not to overwrite what is being made here.
    return (
      <OwnDesk
        key={open ? `${open.id} ${open.version}` : 'new'}
        fields={fields.data}
        items={saved.data.items}
        open={open}
        search={search}
      />
    );
  }
  return (
    <PageFrame place="/statistics/own" search={search} counted={undefined}>
      <div className="stats-main">{failure ? <ErrorView error={failure} /> : <Loading />}</div>
    </PageFrame>
  );
}
