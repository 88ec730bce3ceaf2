import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { AsOf, EmptyState, ErrorView, Loading, useCall } from '#platform/web';
import { useUnitsOn } from '#modules/organization/web';
import type { OperationOutput } from '#platform/model';
import { readPostPortrait } from '../../model/contracts.ts';
import { PersonLink } from '../tables/names-drawer.tsx';
import type { PortraitSearch } from './portrait-link.tsx';
import './portrait.css';

/** 历任: who held a slot, or a title that is no slot, how long, and what came next. */
export function PortraitPage() {
  const search: Partial<PortraitSearch> = useSearch({ strict: false });
  const navigate = useNavigate();
  const { unit = '', slot, title, asOf } = search;
  const { nameOf } = useUnitsOn(asOf ?? null);
  const isAsked = unit !== '' && (slot !== undefined || title !== undefined);
  const { data, error, refetch } = useCall(
    readPostPortrait,
    { body: { unit, ...(slot === undefined ? { title } : { slot }), ...(asOf ? { asOf } : {}) } },
    { enabled: isAsked, keepPrevious: true },
  );
  if (!isAsked) return <EmptyState title="没有选择职位" hint="请从机构的“班子”或个人的“履历”点开职务。" />;
  const day = (asked: string | undefined): void => {
    const { asOf: _, ...rest } = search;
    void navigate({ to: '/units/posts', search: asked === undefined ? rest : { ...rest, asOf: asked } });
  };
  return (
    <article className="portrait" aria-label="历任">
      <header>
        <div>
          <Link to="/units" search={{ unit, tab: 'team', ...(asOf ? { asOf } : {}) }}>
            {nameOf(unit) || '所在机构'}
          </Link>
          <h1>{data?.title ?? title ?? ''}历任</h1>
        </div>
        <AsOf asOf={asOf} counted={data?.asOf} onChange={day} />
      </header>
      {error ? (
        <ErrorView error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Terms told={data} isSlot={slot !== undefined} />
      ) : (
        <Loading />
      )}
    </article>
  );
}

interface TermsProps {
  readonly told: OperationOutput<typeof readPostPortrait>;
  readonly isSlot: boolean;
}

function Terms({ told: { holders, averageMonths }, isSlot }: TermsProps) {
  if (holders.length === 0)
    return (
      <EmptyState
        title="没有任职记录"
        hint={isSlot ? '任职对应到职位后在此列出。' : '换一个截止时间，或核对任职记录。'}
      />
    );
  return (
    <>
      <p className="soft-text">
        {holders.length} 人次
        {averageMonths !== null && `，已离任的平均任职 ${monthsText(averageMonths)}`}
      </p>
      <table>
        <thead>
          <tr>
            <th>姓名</th>
            <th>职务</th>
            <th>起止时间</th>
            <th>任职时长</th>
            <th>去向</th>
          </tr>
        </thead>
        <tbody>
          {holders.map(({ id, name, titles, from, to, months, next }, index) => (
            <tr key={index}>
              <td>
                {id === null ? <span className="soft-text">{name}</span> : <PersonLink id={id} name={name} />}
              </td>
              <td>{titles}</td>
              <td>
                {from}—{to === '' ? '今' : to}
              </td>
              <td>{months !== null && monthsText(months)}</td>
              <td>{to === '' ? <span className="portrait-now">在任</span> : next}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** `3年2个月` */
function monthsText(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (years === 0) return rest === 0 ? '不足1个月' : `${rest}个月`;
  return rest === 0 ? `${years}年` : `${years}年${rest}个月`;
}
