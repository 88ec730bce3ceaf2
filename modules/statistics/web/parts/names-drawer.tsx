import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import type { Question } from '#engine';
import { EmptyState, ErrorView, Loading, useCall, useKeptScroll, useNarrow } from '#platform/web';
import { runQuery } from '#modules/query';
import { fragmentOf } from '#modules/query/web';

/** A number that was touched: what it counts, in words and as a question. */
export interface Drilled {
  readonly title: string;
  readonly question: Question;
}

const shown = 500;

/** The names behind a number, in statutory order. */
export function NamesDrawer({
  drilled,
  asOf,
  onClose,
}: {
  drilled: Drilled | null;
  asOf: string;
  onClose: () => void;
}) {
  const isNarrow = useNarrow();
  return (
    <Drawer
      open={drilled !== null}
      title={drilled?.title}
      size={isNarrow ? '100%' : 560}
      onClose={onClose}
      destroyOnHidden
    >
      {drilled && <Names question={drilled.question} asOf={asOf} />}
    </Drawer>
  );
}

function Names({ question, asOf }: { question: Question; asOf: string }) {
  const scrolled = useKeptScroll('names');
  const { data, error, refetch } = useCall(runQuery, {
    body: {
      question: question as never,
      asOf,
      columns: ['mainPost', 'A01.sexCode', 'age', 'highestEducation'],
      size: shown,
    },
  });
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const fragment = fragmentOf({ question, asOf });
  return (
    <div className="stats-names" ref={scrolled}>
      <p className="stats-names-head">
        <span>
          {data.count} 人（截至 {asOf}）
        </span>
        {fragment && (
          <Link to="/query" hash={fragment}>
            在查询中打开
          </Link>
        )}
      </p>
      {data.count === 0 && <EmptyState title="没有人" hint="改一下截止时间或统计范围再看。" />}
      <ol>
        {data.rows.map(({ id, name, texts: [post, sex, age, education] }) => (
          <li key={id}>
            <Link to="/cadres/$id" params={{ id }}>
              {name}
            </Link>
            <span className="stats-names-post">{post}</span>
            <span className="soft-text">
              {[sex, age && `${age}岁`, education].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      {data.count > shown && <p className="soft-text">只列出前 {shown} 人，全部名单请在查询中打开。</p>}
    </div>
  );
}
