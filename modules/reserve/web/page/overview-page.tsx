import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { AsOf, EmptyState, ErrorView, Loading, useCall, useCan } from '#platform/web';
import { readReserve } from '../../model/contracts.ts';
import { NewPoolDialog } from '../dialogs/new-pool-dialog.tsx';
import { RenameDialog } from '../dialogs/rename-dialog.tsx';
import '../reserve.css';
import { useReserveSearch } from './use-reserve-search.ts';
import { PoolCard } from './pool-card.tsx';

/** 后备: the pools by kind, each with its figures. */
export function OverviewPage() {
  const { asOf, go } = useReserveSearch();
  const mayEdit = useCan('reserve:edit');
  const { data, error, refetch } = useCall(
    readReserve,
    { body: asOf ? { asOf } : {} },
    { keepPrevious: true },
  );
  const [isNew, setNew] = useState(false);
  const [renamed, setRenamed] = useState<string | null>(null);
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { pools, unlisted, version } = data;
  return (
    <div className="reserve-page">
      <header className="reserve-head">
        <h1>后备干部</h1>
        <AsOf asOf={asOf} counted={data.asOf} onChange={(day) => go({ asOf: day })} />
        <span className="reserve-gap" />
        <Link to="/reserve/tags">标签目录</Link>
        {mayEdit && <Button onClick={() => setNew(true)}>新建后备库</Button>}
      </header>
      {unlisted.length > 0 && (
        <section className="reserve-unlisted" aria-label="未定义的库名">
          <p>干部信息中有未定义的库名，可改为已有的库名，或新建同名的后备库：</p>
          <ul>
            {unlisted.map(({ name, members }) => (
              <li key={name}>
                “{name}”{members} 人
                {mayEdit && (
                  <Button type="link" onClick={() => setRenamed(name)}>
                    改名
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {pools.length === 0 && <EmptyState title="还没有后备库" hint="新建后备库，设定入库条件和结构要求。" />}
      <div className="reserve-cards">
        {pools.map((figures) => (
          <PoolCard key={figures.pool.id} figures={figures} asOf={asOf} />
        ))}
      </div>
      {isNew && (
        <NewPoolDialog
          pools={pools.map(({ pool }) => pool)}
          version={version}
          onClose={() => setNew(false)}
        />
      )}
      {renamed !== null && (
        <RenameDialog
          from={renamed}
          names={pools.map(({ pool }) => pool.name)}
          version={version}
          onClose={() => setRenamed(null)}
        />
      )}
    </div>
  );
}
