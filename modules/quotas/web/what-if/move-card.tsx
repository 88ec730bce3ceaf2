import { Button, Checkbox, Input, Select } from 'antd';
import { useMemo } from 'react';
import { createCodeTable, readCodeTable, textOf, type CodeTableData, type RecordRow } from '#platform/model';
import { ErrorView, Loading, UnitPicker, useCall, useOfficeClock, type TreeUnit } from '#platform/web';
import { readCadre } from '#modules/cadres';
import { useUnitsOn } from '#modules/organization/web';
import { rankBuckets } from '../../model/buckets.ts';
import { PersonLink } from '../tables/names-drawer.tsx';
import type { DraftMove, DraftPost } from './moves.ts';

const roles = [
  { value: '1', label: '正职' },
  { value: '3', label: '副职' },
  { value: 'Z', label: '其他成员' },
  { value: '', label: '非领导职务' },
] as const;

/** What is to become of one person: posts that end, posts that begin, another rank, or leaving. */
export function MoveCard({
  move,
  unit,
  asOf,
  onChange,
  onRemove,
}: {
  move: DraftMove;
  /** The unit of the page, where a new post is most likely. */
  unit: string | null;
  asOf: string | undefined;
  onChange: (move: DraftMove) => void;
  onRemove: () => void;
}) {
  const { person, ends, begins, rank, leaves } = move;
  const { data, error, refetch } = useCall(readCadre, { params: { id: person } });
  const { units } = useUnitsOn(asOf ?? null);
  const ranks = useRanks();
  const clock = useOfficeClock();
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const posts = ((data.sets['A02']?.rows ?? []) as readonly RecordRow[]).filter((row) =>
    isHeldOn(row, asOf ?? clock.day()),
  );
  const setPost = (place: number, part: Partial<DraftPost>): void =>
    onChange({ ...move, begins: begins.map((post, at) => (at === place ? { ...post, ...part } : post)) });
  return (
    <section className="quota-move" aria-label={data.name}>
      <header>
        <PersonLink id={person} name={data.name} />
        <Button type="text" onClick={onRemove}>
          去掉
        </Button>
      </header>
      <div className="quota-move-line">
        <span>免去</span>
        <span>
          {posts.length === 0 && <span className="soft-text">没有现任职务</span>}
          {posts.map((row) => (
            <Checkbox
              key={row.id}
              checked={leaves || ends.includes(row.id)}
              disabled={leaves}
              onChange={({ target }) =>
                onChange({
                  ...move,
                  ends: target.checked ? [...ends, row.id] : ends.filter((id) => id !== row.id),
                })
              }
            >
              {textOf(row, 'orgName')}
              {textOf(row, 'postTitle')}
            </Checkbox>
          ))}
        </span>
      </div>
      {begins.map((post, place) => (
        <div key={place} className="quota-move-line">
          <span>任</span>
          <NewPost
            post={post}
            units={units}
            onChange={(part) => setPost(place, part)}
            onRemove={() => onChange({ ...move, begins: begins.toSpliced(place, 1) })}
          />
        </div>
      ))}
      <div className="quota-move-line">
        <span />
        <span>
          <Button
            size="small"
            disabled={leaves || begins.length >= 5}
            onClick={() =>
              onChange({
                ...move,
                begins: [
                  ...begins,
                  { unit, title: '', role: '3', isPrimary: begins.length === 0, isAttached: false },
                ],
              })
            }
          >
            ＋ 拟任职务
          </Button>
          <Select<string>
            aria-label={`${data.name}的职级`}
            className="quota-move-rank"
            value={rank ?? ''}
            disabled={leaves}
            options={[{ value: '', label: '职级不变' }, ...ranks]}
            onChange={(next) => onChange({ ...move, rank: next === '' ? undefined : next })}
          />
          <Checkbox
            checked={leaves}
            onChange={({ target }) =>
              onChange(
                target.checked
                  ? { ...move, ends: [], begins: [], rank: undefined, leaves: true }
                  : { ...move, leaves: false },
              )
            }
          >
            退休、调出
          </Checkbox>
        </span>
      </div>
    </section>
  );
}

function NewPost({
  post,
  units,
  onChange,
  onRemove,
}: {
  post: DraftPost;
  units: readonly TreeUnit[];
  onChange: (part: Partial<DraftPost>) => void;
  onRemove: () => void;
}) {
  return (
    <span className="quota-new-post">
      <UnitPicker label="单位" units={units} value={post.unit} onChange={(unit) => onChange({ unit })} />
      <Input
        aria-label="职务名称"
        placeholder="职务名称"
        maxLength={100}
        value={post.title}
        onChange={({ target }) => onChange({ title: target.value })}
      />
      <Select<'1' | '3' | 'Z' | ''>
        aria-label="成员类别"
        value={post.role ?? ''}
        options={[...roles]}
        onChange={(role) => onChange({ role: role === '' ? null : role })}
      />
      <Checkbox checked={post.isPrimary} onChange={({ target }) => onChange({ isPrimary: target.checked })}>
        主职
      </Checkbox>
      <Checkbox checked={post.isAttached} onChange={({ target }) => onChange({ isAttached: target.checked })}>
        挂职
      </Checkbox>
      <Button type="text" size="small" onClick={onRemove}>
        去掉
      </Button>
    </span>
  );
}

/** The ranks whose numbers are limited, the higher first, by name. */
function useRanks(): { value: string; label: string }[] {
  const { data } = useCall(
    readCodeTable,
    { params: { id: 'ZB148' } },
    { freshFor: Number.POSITIVE_INFINITY },
  );
  return useMemo(() => {
    if (!data) return [];
    const table = createCodeTable(data.id, data.data as CodeTableData);
    const inOrder = Object.keys(rankBuckets).toSorted((a, b) => (a < b ? -1 : 1));
    return inOrder.map((code) => ({ value: code, label: table.labelOf(code) ?? code }));
  }, [data]);
}

function isHeldOn(row: RecordRow, day: string): boolean {
  const [from, to] = [textOf(row, 'appointedOn'), textOf(row, 'removedOn')];
  if (from > day) return false;
  return to === '' ? textOf(row, 'tenureStatusCode') !== '0' : to > day;
}
