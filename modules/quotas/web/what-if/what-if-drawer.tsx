import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { EmptyState, ErrorView, useCall, useNarrow } from '#platform/web';
import type { OperationOutput } from '#platform/model';
import { PersonSearch } from '#modules/query/web';
import { buckets } from '../../model/buckets.ts';
import { planQuotas } from '../../model/contracts.ts';
import { MoveCard } from './move-card.tsx';
import { askedMoves, noMove, type DraftMove } from './moves.ts';

/** As many as are read with ease; the interface takes more. */
const mostPeople = 20;

/** 试算: moves of people, and what they would do to the numbers. Nothing is kept. */
export function WhatIfDrawer({
  isOpen,
  unit,
  asOf,
  onClose,
}: {
  isOpen: boolean;
  unit: string | undefined;
  asOf: string | undefined;
  onClose: () => void;
}) {
  const isNarrow = useNarrow();
  const [moves, setMoves] = useState<readonly DraftMove[]>([]);
  const change = (next: DraftMove): void =>
    setMoves(moves.map((each) => (each.person === next.person ? next : each)));
  return (
    <Drawer
      open={isOpen}
      title="职数试算"
      size={isNarrow ? '100%' : 720}
      onClose={onClose}
      extra={
        moves.length > 0 && (
          <Button type="text" onClick={() => setMoves([])}>
            清空
          </Button>
        )
      }
    >
      <div className="quota-what-if">
        <p className="soft-text">只作推算，不改动任何记录，关闭页面后不保留。</p>
        <PersonSearch
          chosen={moves.map(({ person }) => person)}
          label="增加一名干部"
          placeholder={
            moves.length >= mostPeople ? `一次最多试算 ${mostPeople} 人` : '姓名或拼音首字母，增加一名干部'
          }
          disabled={moves.length >= mostPeople}
          onChoose={(person) => setMoves([...moves, noMove(person)])}
        />
        {moves.length === 0 && (
          <EmptyState title="请先选人" hint="选一名干部，勾选拟免的职务，填写拟任的职务，看职数怎样变化。" />
        )}
        {moves.map((move) => (
          <MoveCard
            key={move.person}
            move={move}
            unit={unit ?? null}
            asOf={asOf}
            onChange={change}
            onRemove={() => setMoves(moves.filter(({ person }) => person !== move.person))}
          />
        ))}
        <Result moves={moves} asOf={asOf} />
      </div>
    </Drawer>
  );
}

function Result({ moves, asOf }: { moves: readonly DraftMove[]; asOf: string | undefined }) {
  const asked = askedMoves(moves);
  const { data, error, refetch } = useCall(
    planQuotas,
    { body: { moves: asked, ...(asOf ? { asOf } : {}) } },
    { enabled: asked.length > 0, keepPrevious: true },
  );
  if (asked.length === 0) return null;
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <section aria-label="试算结果">
      <h3>职数变化（{data.asOf}）</h3>
      {data.lines.length === 0 ? (
        <p>各单位职数没有变化，原因见下。</p>
      ) : (
        <ul className="quota-changes">
          {data.lines.map((line) => (
            <Change key={`${line.unit} ${line.bucket}`} line={line} />
          ))}
        </ul>
      )}
      <h3>变动以后各人占职数的情况</h3>
      <ul className="quota-changes">
        {data.people.map(({ id, name, places }) => (
          <li key={id}>
            <b>{name}</b>
            {places.length === 0
              ? '　不占职数'
              : places.map(({ unitName, reason }) => `　${unitName}：${reason}`).join('；')}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Change({ line }: { line: OperationOutput<typeof planQuotas>['lines'][number] }) {
  const { unitName, bucket, approved, filled, projected, projectedExcess, excess, released, pending } = line;
  const vacancy = approved === null ? 0 : Math.max(0, approved - projected);
  return (
    <li>
      <span>
        <b>{unitName}</b>　{buckets[bucket].label}　核定 {approved ?? '未登记'}
      </span>
      <span className="quota-change-numbers">
        实配 {filled} → <b>{projected}</b>
        {approved !== null && (
          <span className={projectedExcess > 0 ? 'is-over' : 'soft-text'}>
            {projectedExcess > 0
              ? `超配 ${projectedExcess}${projectedExcess > excess ? '，超职数不得配备' : ''}`
              : vacancy > 0
                ? `空缺 ${vacancy}`
                : '满额'}
          </span>
        )}
      </span>
      <span className="soft-text">
        {[
          released.length > 0 ? `腾出：${released.join('、')}` : '',
          pending.length > 0 ? `进入：${pending.join('、')}` : '',
        ]
          .filter(Boolean)
          .join('；')}
      </span>
    </li>
  );
}
