import { Link, useParams } from '@tanstack/react-router';
import type { PeopleAction } from '#modules/query/web';
import { AsOf, EmptyState, ErrorView, Loading, useCall } from '#platform/web';
import { readReserve } from '../../model/contracts.ts';
import { useReserveSearch } from '../page/use-reserve-search.ts';
import '../reserve.css';
import { DefinitionTab } from './definition-tab.tsx';
import { PeopleTab } from './people-tab.tsx';
import { ReviewsTab } from './reviews-tab.tsx';
import { StructureTab } from './structure-tab.tsx';
import { UseTab } from './use-tab.tsx';

const tabs = [
  { key: 'members', label: '成员' },
  { key: 'candidates', label: '符合条件未入库' },
  { key: 'leavers', label: '应出库' },
  { key: 'structure', label: '结构' },
  { key: 'reviews', label: '研判' },
  { key: 'use', label: '使用情况' },
  { key: 'former', label: '曾在库' },
  { key: 'definition', label: '定义' },
] as const;

/** On a phone the tabs are longer than the screen. */
function inSight(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** One pool, a part at a time. */
export function PoolPage({ actions }: { readonly actions: readonly PeopleAction[] }) {
  const { pool: id } = useParams({ strict: false }) as { pool: string };
  const { tab: given, asOf, go } = useReserveSearch();
  const { data, error, refetch } = useCall(
    readReserve,
    { body: asOf ? { asOf } : {} },
    { keepPrevious: true },
  );
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const figures = data.pools.find(({ pool }) => pool.id === id);
  if (!figures) return <EmptyState title="没有这个后备库" hint="可能已被删除，请从“后备”页面重新打开。" />;
  const { pool } = figures;
  const numbers: Readonly<Record<string, number | null>> = {
    members: figures.members,
    candidates: figures.candidates,
    leavers: figures.leavers,
  };
  const tab = tabs.find(({ key }) => key === given)?.key ?? 'members';
  return (
    <div className="reserve-page is-pool">
      <header className="reserve-head">
        <Link to="/reserve" search={asOf ? { asOf } : {}}>
          ← 后备
        </Link>
        <h1>{pool.name}</h1>
        {pool.closed && <span className="reserve-mark">已停止入库</span>}
        <span className="reserve-gap" />
        <AsOf asOf={asOf} counted={data.asOf} onChange={(day) => go({ asOf: day })} />
      </header>
      <nav className="reserve-tabs" aria-label={pool.name}>
        {tabs.map(({ key, label }) => (
          <button
            key={key}
            type="button"
            className={key === tab ? 'is-current' : ''}
            aria-current={key === tab ? 'page' : undefined}
            ref={key === tab ? inSight : undefined}
            onClick={() => go({ tab: key === 'members' ? undefined : key })}
          >
            {label}
            {typeof numbers[key] === 'number' && <span className="reserve-count">{numbers[key]}</span>}
          </button>
        ))}
      </nav>
      <section className="reserve-body" key={`${id} ${tab}`}>
        {tab === 'structure' && <StructureTab pool={pool} asOf={asOf} />}
        {tab === 'reviews' && <ReviewsTab pool={pool} asOf={asOf} counted={data.asOf} />}
        {tab === 'use' && <UseTab pool={pool} asOf={asOf} />}
        {tab === 'definition' && (
          <DefinitionTab
            key={data.version}
            figures={figures}
            pools={data.pools.map((each) => each.pool)}
            version={data.version}
          />
        )}
        {(tab === 'members' || tab === 'candidates' || tab === 'leavers' || tab === 'former') && (
          <PeopleTab figures={figures} part={tab} asOf={asOf} actions={actions} />
        )}
      </section>
    </div>
  );
}
