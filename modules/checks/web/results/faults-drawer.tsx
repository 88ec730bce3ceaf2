import { Link } from '@tanstack/react-router';
import { Button, Drawer, Pagination } from 'antd';
import { useState } from 'react';
import { EmptyState, ErrorView, Loading, useCall, useCan, useNarrow } from '#platform/web';
import { listFaults } from '../../model/contracts.ts';
import type { CheckLevel } from '../../model/rule.ts';
import { FaultItem } from './fault-item.tsx';
import { RepairDialog } from './repair-dialog.tsx';

/** What is listed: the people of a rule, of a level, or of a unit. */
export interface Listed {
  readonly title: string;
  readonly rule?: string;
  readonly levels?: readonly CheckLevel[];
  readonly unit?: string;
}

const pageSize = 50;

export interface FaultsDrawerProps {
  readonly listed: Listed | null;
  /** The unit that the page looks at. */
  readonly unit: string | undefined;
  readonly onClose: () => void;
}

/** The people who break a rule, with everything that is wrong in words. */
export function FaultsDrawer({ listed, unit, onClose }: FaultsDrawerProps) {
  const isNarrow = useNarrow();
  return (
    <Drawer
      open={listed !== null}
      title={listed?.title}
      size={isNarrow ? '100%' : 720}
      onClose={onClose}
      destroyOnHidden
    >
      {listed && <Faults key={JSON.stringify(listed)} listed={listed} unit={listed.unit ?? unit} />}
    </Drawer>
  );
}

function Faults({ listed, unit }: { listed: Listed; unit: string | undefined }) {
  const [page, setPage] = useState(1);
  const [isRepairing, setRepairing] = useState(false);
  const mayRepairAll = useCan('cadre:bulk');
  const { rule, levels } = listed;
  const { data, error, refetch } = useCall(
    listFaults,
    {
      body: {
        ...(rule === undefined ? {} : { rule }),
        ...(levels === undefined ? {} : { levels: [...levels] }),
        ...(unit === undefined ? {} : { unit }),
        from: (page - 1) * pageSize,
        size: pageSize,
      },
    },
    { keepPrevious: true },
  );
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.total === 0) return <EmptyState title="已没有这类问题" />;
  const isRepairable = data.people.some(({ faults }) => faults.some(({ repair }) => repair !== undefined));
  return (
    <div className="checks-faults">
      <p className="checks-line">
        <span>{data.total.toLocaleString('zh-CN')} 人</span>
        {rule !== undefined && isRepairable && mayRepairAll && (
          <Button onClick={() => setRepairing(true)}>全部修复…</Button>
        )}
      </p>
      <ol start={(page - 1) * pageSize + 1}>
        {data.people.map(({ id, name, unit: own, faults }) => (
          <li key={id}>
            <p className="checks-person">
              <Link to="/cadres/$id" params={{ id }}>
                {name}
              </Link>
              <span className="soft-text">{own || '未归属'}</span>
            </p>
            <ul>
              {faults.map((fault) => (
                <FaultItem
                  key={`${fault.rule} ${fault.row} ${fault.field}`}
                  person={id}
                  fault={fault}
                  named={rule === undefined}
                />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {data.total > pageSize && (
        <Pagination
          current={page}
          pageSize={pageSize}
          total={data.total}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
      {isRepairing && rule !== undefined && (
        <RepairDialog rule={rule} label={listed.title} unit={unit} onClose={() => setRepairing(false)} />
      )}
    </div>
  );
}
