import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { Question } from '#engine';
import type { OperationOutput } from '#platform/model';
import { EmptyState, ErrorView, Loading, useCall, useCan, useNarrow } from '#platform/web';
import { fragmentOf, type PeopleAction, type PeopleFound } from '#modules/query/web';
import { listReservePeople, type PeoplePart } from '../../model/contracts.ts';
import { EnterDialog } from '../dialogs/enter-dialog.tsx';
import { ExitDialog } from '../dialogs/exit-dialog.tsx';
import { TagDialog } from '../dialogs/tag-dialog.tsx';
import { peopleBody } from '../found/people-body.ts';
import type { PoolFigures } from '../page/pool-card.tsx';
import { PeopleCards } from './people-cards.tsx';
import { PeopleTable } from './people-table.tsx';
import { SaveQuestion } from './save-question.tsx';

type Listed = OperationOutput<typeof listReservePeople>;

const nobody: Readonly<Record<PeoplePart, { title: string; hint: string }>> = {
  members: { title: '还没有成员', hint: '从“符合条件未入库”中选人入库，或在“查询”页面选人后点“入后备库”。' },
  former: { title: '没有曾在库、已出库的人员', hint: '成员出库后列在这里。' },
  candidates: { title: '没有符合条件而未入库的人员', hint: '可在“定义”中修改入库条件。' },
  leavers: { title: '没有应出库的人员', hint: '可在“定义”中修改出库条件。' },
};

/** The people of one part of a pool, and what can be done with them. */
export function PeopleTab({
  figures,
  part,
  asOf,
  actions,
}: {
  readonly figures: PoolFigures;
  readonly part: PeoplePart;
  readonly asOf: string | undefined;
  readonly actions: readonly PeopleAction[];
}) {
  const { pool } = figures;
  const { data, error, refetch } = useCall(listReservePeople, {
    body: { pool: pool.id, part, ...(asOf ? { asOf } : {}) },
  });
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (part === 'candidates' && pool.entry === null)
    return <EmptyState title="没有设定入库条件" hint="在“定义”中设定后，这里列出符合条件而未入库的人员。" />;
  if (part === 'leavers' && pool.exit === null)
    return <EmptyState title="没有设定出库条件" hint="在“定义”中设定后，这里列出应出库的成员。" />;
  if (data.count === 0) return <EmptyState {...nobody[part]} />;
  return <People {...{ figures, part, asOf, actions }} listed={data} />;
}

function People({
  figures: { pool, sentences },
  part,
  asOf,
  actions,
  listed,
}: {
  readonly figures: PoolFigures;
  readonly part: PeoplePart;
  readonly asOf: string | undefined;
  readonly actions: readonly PeopleAction[];
  readonly listed: Listed;
}) {
  const isNarrow = useNarrow();
  const mayEdit = useCan('reserve:edit');
  const mayTag = useCan('cadre:bulk');
  const mayAsk = useCan('query:run');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<'enter' | 'exit' | 'tag' | null>(null);
  const ids = listed.people.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const found = usePeopleFound(pool.name, part, listed, ids, asOf);
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const count = ids.length === 0 ? listed.count : ids.length;
  const whom = ids.length === 0 ? '全部' : '所选';
  const isInside = part === 'members' || part === 'leavers';
  const fragment = listed.question && fragmentOf({ question: listed.question, asOf });
  const rule = part === 'candidates' ? sentences.entry : part === 'leavers' ? sentences.exit : '';
  const close = (isDone?: boolean): void => {
    setOpen(null);
    if (isDone) setChosen(new Set());
  };
  return (
    <>
      <div className="reserve-tools">
        <label className="reserve-all">
          <input
            type="checkbox"
            checked={ids.length === listed.people.length}
            onChange={() =>
              setChosen(
                ids.length === listed.people.length ? new Set() : new Set(listed.people.map(({ id }) => id)),
              )
            }
          />
          {ids.length === 0 ? `共 ${listed.count} 人` : `已选 ${ids.length} 人`}
        </label>
        {part === 'candidates' && mayEdit && !pool.closed && (
          <Button type="primary" onClick={() => setOpen('enter')}>
            {whom} {count} 人入库
          </Button>
        )}
        {isInside && mayEdit && (
          <Button disabled={ids.length === 0} onClick={() => setOpen('exit')}>
            出库
          </Button>
        )}
        {mayTag && (
          <Button disabled={ids.length === 0} onClick={() => setOpen('tag')}>
            加标签
          </Button>
        )}
        {actions.map((Action, index) => (
          <Action key={index} people={found} />
        ))}
        {mayAsk && part === 'candidates' && listed.question && (
          <SaveQuestion name={`${pool.name}：符合条件未入库`} question={listed.question} />
        )}
        {mayAsk && fragment !== null && (
          <Link to="/query" hash={fragment}>
            在查询中打开
          </Link>
        )}
      </div>
      {rule !== '' && (
        <p className="soft-text reserve-rule">
          {part === 'candidates' ? '入库条件' : '出库条件'}：{rule}
        </p>
      )}
      {listed.people.length < listed.count && (
        <p className="soft-text">只列出前 {listed.people.length} 人，全部名单请在查询中打开。</p>
      )}
      {isNarrow ? (
        <PeopleCards listed={listed} part={part} chosen={chosen} onToggle={toggle} />
      ) : (
        <PeopleTable listed={listed} part={part} chosen={chosen} onToggle={toggle} />
      )}
      {open === 'enter' && (
        <EnterDialog
          people={peopleBody(found)}
          count={count}
          pool={pool}
          method="1"
          onClose={() => close(true)}
        />
      )}
      {open === 'exit' && <ExitDialog pool={pool} ids={ids} onClose={close} />}
      {open === 'tag' && <TagDialog people={{ ids }} count={ids.length} onClose={() => close()} />}
    </>
  );
}

/** The people of the list, or those chosen among them, for what other modules do with people. */
function usePeopleFound(
  name: string,
  part: PeoplePart,
  listed: Listed,
  ids: readonly string[],
  asOf: string | undefined,
): PeopleFound {
  const { question, count, columns, people } = listed;
  const key = ids.join();
  return useMemo(() => {
    const isChosen = key !== '';
    const named = isChosen ? key.split(',') : people.map(({ id }) => id);
    const whom: Question =
      isChosen || question === null ? { population: 'all', where: { op: 'people', ids: named } } : question;
    const titles: Readonly<Record<PeoplePart, string>> = {
      members: name,
      former: `${name}（曾在库）`,
      candidates: `${name}（符合条件未入库）`,
      leavers: `${name}（应出库）`,
    };
    return {
      question: whom,
      asOf,
      sort: [],
      columns,
      count: isChosen ? named.length : count,
      isChosen,
      name: titles[part],
    };
  }, [key, question, count, columns, people, asOf, name, part]);
}
