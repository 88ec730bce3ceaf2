import { useMemo } from 'react';
import { ErrorView, Loading, useCall } from '#platform/web';
import { readQueryFields } from '../model/contracts.ts';
import { pageCatalogue } from './catalogue/page-catalogue.ts';
import type { PeopleAction } from './people-action.ts';
import { QueryDesk } from './query-desk.tsx';
import './query.css';

/** 查询: conditions, facets and the people found. */
export function QueryPage({ actions }: { actions: readonly PeopleAction[] }) {
  const { data, error, refetch } = useCall(readQueryFields, {}, { freshFor: 300_000 });
  const catalogue = useMemo(() => (data ? pageCatalogue(data) : null), [data]);
  if (catalogue) return <QueryDesk catalogue={catalogue} actions={actions} />;
  return error ? <ErrorView error={error} onRetry={() => void refetch()} /> : <Loading />;
}
