import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { AsOf, ErrorView, Loading, useCall, useCan } from '#platform/web';
import { countAlerts } from '../../model/alerts-contracts.ts';
import { SearchBox } from '../search/search-box.tsx';
import { AlertCards } from './alert-cards.tsx';
import { KeyFigures } from './key-figures.tsx';
import { OwnLists } from './own-lists.tsx';
import './home.css';

const AlertsEditor = lazy(async () => ({ default: (await import('./alerts-editor.tsx')).AlertsEditor }));

/** 首页: search, key figures, reminders, lists; all numbers come in one answer. */
export function OfficeHomePage() {
  const mayEdit = useCan('query:share');
  const [asOf, setAsOf] = useState<string | undefined>();
  const [editing, setEditing] = useState(false);
  const { data, error, refetch } = useCall(
    countAlerts,
    { body: asOf === undefined ? {} : { asOf } },
    { keepPrevious: true },
  );
  return (
    <div className="home">
      <h1 className="visually-hidden">首页</h1>
      <SearchBox large />
      {error && !data ? (
        <ErrorView error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          <AsOf asOf={asOf} counted={data.asOf} onChange={setAsOf} />
          <KeyFigures figures={data.figures} asOf={asOf} />
          <div className="home-columns">
            <div className="home-main">
              <div className="home-title">
                <h2>提醒</h2>
                {mayEdit && <Button onClick={() => setEditing(true)}>设置提醒</Button>}
              </div>
              {data.alerts.length === 0 && <p className="soft-text">没有要显示的提醒。</p>}
              <AlertCards alerts={data.alerts} asOf={asOf} />
            </div>
            <aside className="home-side">
              <OwnLists />
            </aside>
          </div>
        </>
      )}
      {editing && (
        <Suspense fallback={null}>
          <AlertsEditor onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </div>
  );
}
