import { Link } from '@tanstack/react-router';
import type { OperationOutput } from '#platform/model';
import { EmptyState, ErrorView, Loading, useCall } from '#platform/web';
import { alertKinds, readQuotaAlerts, type AlertKind, type QuotaAlert } from '../../model/contracts.ts';
import { PersonLink } from './names-drawer.tsx';
import { bodyOf, useCounted, type TabProps } from './tab-props.ts';

type Months = OperationOutput<typeof readQuotaAlerts>['months'];

const aboutIn = ({ vacant, coming }: Months): Readonly<Record<AlertKind, string>> => ({
  over: '实配超过核定，应当列入消化计划。',
  ratio: '职级人数或核定数超过按行政编制测算的比例。',
  principalVacant: `正职空缺 ${vacant} 个月以上。`,
  comingVacancy: `${coming} 个月内到达退休年龄，及早考虑接替人选。`,
  endedUnit: '机构已撤销，任职还没有免去或改到承接机构。',
  noNumber: '有人任职，没有核定数，无法判断空缺和超配。',
  expired: '核定文件已过有效期。',
  noDocument: '不占职数应当有批准文号。',
  twoPlaces: '同一人在两处占职数。',
  noSlot: '任职没有对应的职位，或职务层次高于职位规定。',
});

/** 预警, the kinds one below the other. */
export function AlertsTab({ unit, asOf, onOpen, onCounted }: TabProps) {
  const { data, error, refetch } = useCall(
    readQuotaAlerts,
    { body: bodyOf({ unit, asOf }) },
    { keepPrevious: true },
  );
  useCounted(data?.asOf, onCounted);
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.alerts.length === 0) return <EmptyState title="没有预警" hint="所选机构的职数在核定范围内。" />;
  const about = aboutIn(data.months);
  const byKind = Map.groupBy(data.alerts, ({ kind }) => kind);
  return (
    <div className="quota-blocks">
      {[...byKind].map(([kind, alerts]) => (
        <details key={kind} className="quota-block" open={alerts.length <= 40}>
          <summary>
            <h2>
              {alertKinds[kind]} {alerts.length}
              <span className="soft-text">{about[kind]}</span>
            </h2>
          </summary>
          <ul className="quota-alerts">
            {alerts.map((alert, index) => (
              <AlertLine key={index} alert={alert} onOpen={onOpen} />
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

function AlertLine({ alert, onOpen }: { alert: QuotaAlert; onOpen: TabProps['onOpen'] }) {
  const { unit, unitName, bucket, message, people } = alert;
  return (
    <li>
      <Link to="/units" search={{ unit, tab: 'team' }}>
        {unitName}
      </Link>
      {bucket === null ? (
        <span>{message}</span>
      ) : (
        <button type="button" className="quota-link" onClick={() => onOpen({ unit, unitName, bucket })}>
          {message}
        </button>
      )}
      {people.length > 0 && (
        <span className="quota-people">
          {people.map(({ id, name }, index) =>
            id === null ? <span key={index}>{name}</span> : <PersonLink key={id} id={id} name={name} />,
          )}
        </span>
      )}
    </li>
  );
}
