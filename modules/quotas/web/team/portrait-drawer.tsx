import { Drawer } from 'antd';
import { EmptyState, ErrorView, Loading, useCall, useNarrow } from '#platform/web';
import { readPostPortrait } from '../../model/contracts.ts';
import { PersonLink } from '../tables/names-drawer.tsx';

/** 历任: who held a slot, how long, and what came next. */
export function PortraitDrawer({
  unit,
  slot,
  asOf,
  onClose,
}: {
  unit: string;
  slot: { readonly id: string; readonly title: string } | null;
  asOf: string | null;
  onClose: () => void;
}) {
  const isNarrow = useNarrow();
  return (
    <Drawer
      open={slot !== null}
      title={slot && `${slot.title}历任`}
      size={isNarrow ? '100%' : 560}
      onClose={onClose}
      destroyOnHidden
    >
      {slot && <Portrait unit={unit} slot={slot.id} asOf={asOf} />}
    </Drawer>
  );
}

function Portrait({ unit, slot, asOf }: { unit: string; slot: string; asOf: string | null }) {
  const { data, error, refetch } = useCall(readPostPortrait, {
    body: { unit, slot, ...(asOf ? { asOf } : {}) },
  });
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.holders.length === 0)
    return <EmptyState title="没有任职记录" hint="职务记录对应到职位后在此列出。" />;
  return (
    <>
      <p className="soft-text">
        {data.holders.length} 人次
        {data.averageMonths !== null && `，已离任的平均任职 ${monthsText(data.averageMonths)}`}
      </p>
      <ol className="quota-terms">
        {data.holders.map(({ id, name, titles, from, to, months, next }, index) => (
          <li key={index}>
            <span className="quota-name">
              {id === null ? <span className="soft-text">{name}</span> : <PersonLink id={id} name={name} />}
              <span>{titles}</span>
            </span>
            <span className="soft-text">
              {from}—{to === '' ? '今' : to}
              {months !== null && `，${monthsText(months)}`}
              {next !== '' && `；后为${next}`}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** `3年2个月` */
function monthsText(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (years === 0) return `${rest}个月`;
  return rest === 0 ? `${years}年` : `${years}年${rest}个月`;
}
