import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { EmptyState, ErrorView, Loading, useCall, useCan, useNarrow } from '#platform/web';
import { buckets, type TableBucket } from '../../model/buckets.ts';
import { readHeadcountNames, readQuotaNames, type QuotaName, type ToldLine } from '../../model/contracts.ts';

/** A number that was touched: a bucket of a unit, or a kind of staffing. */
export type Opened = { readonly unit: string; readonly unitName: string } & (
  | { readonly bucket: TableBucket }
  | { readonly kind: string; readonly label: string }
);

/** The names behind a number, each with why it counts or not. */
export function NamesDrawer({
  opened,
  asOf,
  onClose,
}: {
  opened: Opened | null;
  asOf: string | undefined;
  onClose: () => void;
}) {
  const isNarrow = useNarrow();
  const title =
    opened && `${opened.unitName} · ${'bucket' in opened ? buckets[opened.bucket].label : opened.label}`;
  return (
    <Drawer
      open={opened !== null}
      title={title}
      size={isNarrow ? '100%' : 560}
      onClose={onClose}
      destroyOnHidden
    >
      {opened &&
        ('bucket' in opened ? (
          <QuotaNames opened={opened} asOf={asOf} />
        ) : (
          <StaffNames opened={opened} asOf={asOf} />
        ))}
    </Drawer>
  );
}

function QuotaNames({
  opened,
  asOf,
}: {
  opened: Extract<Opened, { bucket: TableBucket }>;
  asOf: string | undefined;
}) {
  const { unit, bucket } = opened;
  const { data, error, refetch } = useCall(readQuotaNames, {
    body: { unit, bucket, ...(asOf ? { asOf } : {}) },
  });
  const mayEdit = useCan('quota:edit');
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const [counted, others] = [
    data.names.filter((each) => each.counted),
    data.names.filter((each) => !each.counted),
  ];
  return (
    <div className="quota-names">
      {data.line && <LineSummary line={data.line} asOf={data.asOf} />}
      {mayEdit && (
        <p>
          <Link to="/units" search={{ unit, tab: 'QT01' }}>
            维护核定职数
          </Link>
        </p>
      )}
      {data.names.length === 0 && (
        <EmptyState title="没有人" hint="换一个截止时间，或核对任职记录和班子成员类别。" />
      )}
      <NameList heading={`占职数 ${counted.length} 人`} names={counted} />
      <NameList heading={`不占职数 ${others.length} 人`} names={others} />
    </div>
  );
}

function LineSummary({ line, asOf }: { line: ToldLine; asOf: string }) {
  const { approved, documentNo, limit, filled, vacancy, excess } = line;
  return (
    <dl className="quota-summary">
      <div>
        <dt>核定</dt>
        <dd>{approved ?? '未登记'}</dd>
      </div>
      <div>
        <dt>实配</dt>
        <dd>{filled}</dd>
      </div>
      <div>
        <dt>空缺</dt>
        <dd>{vacancy}</dd>
      </div>
      <div className={excess > 0 ? 'is-over' : ''}>
        <dt>超配</dt>
        <dd>{excess}</dd>
      </div>
      <p className="soft-text">
        截至 {asOf}。
        {approved !== null &&
          (documentNo === '' ? '核定数取自机构信息，没有文号。' : `核定文号：${documentNo}。`)}
        {limit !== null && `按比例测算 ${limit} 名。`}
      </p>
    </dl>
  );
}

function StaffNames({
  opened,
  asOf,
}: {
  opened: Extract<Opened, { kind: string }>;
  asOf: string | undefined;
}) {
  const { unit, kind } = opened;
  const { data, error, refetch } = useCall(readHeadcountNames, {
    body: { unit, kind, ...(asOf ? { asOf } : {}) },
  });
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.names.length === 0) return <EmptyState title="没有在职人员" />;
  return (
    <div className="quota-names">
      <NameList heading={`在职 ${data.names.length} 人（截至 ${data.asOf}）`} names={data.names} />
    </div>
  );
}

const shown = 300;

function NameList({ heading, names }: { heading: string; names: readonly QuotaName[] }) {
  if (names.length === 0) return null;
  return (
    <section>
      <h3>{heading}</h3>
      <ol>
        {names.slice(0, shown).map(({ id, name, title, since, reason }, index) => (
          <li key={id ?? index}>
            <span className="quota-name">
              {id === null ? <span className="soft-text">{name}</span> : <PersonLink id={id} name={name} />}
              <span>{title}</span>
            </span>
            <span className="soft-text">
              {reason}
              {since !== '' && `，自 ${since}`}
            </span>
          </li>
        ))}
      </ol>
      {names.length > shown && <p className="soft-text">只列出前 {shown} 人，全部名单请导出查看。</p>}
    </section>
  );
}

export function PersonLink({ id, name }: { id: string; name: string }) {
  return (
    <Link to="/cadres/$id" params={{ id }}>
      {name}
    </Link>
  );
}

/** A number that opens its names. */
export function NumberButton({
  label,
  children,
  onClick,
  tone,
}: {
  label: string;
  children: React.ReactNode;
  onClick: () => void;
  tone?: 'over' | 'short' | undefined;
}) {
  return (
    <Button
      type="text"
      className={`quota-number${tone ? ` is-${tone}` : ''}`}
      aria-label={label}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
