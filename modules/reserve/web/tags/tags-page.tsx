import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { OperationOutput } from '#platform/model';
import { ErrorView, Loading, useAction, useCall, useCan, useNotes } from '#platform/web';
import { fragmentOf } from '#modules/query/web';
import { readTags, saveTags } from '../../model/tag-contracts.ts';
import { tagKinds, type TagKind } from '../../model/tags/delivered-tags.ts';
import type { Tag } from '../../model/tags/tag-rows.ts';
import { useRefresh } from '../dialogs/use-refresh.ts';
import '../reserve.css';
import { MergeDialog } from './merge-dialog.tsx';

type Tags = OperationOutput<typeof readTags>;
const kinds = Object.keys(tagKinds) as TagKind[];

/** 标签目录: the names offered for each kind, and the others in use. */
export function TagsPage() {
  const { data, error, refetch } = useCall(readTags, {});
  const [chosen, setChosen] = useState<readonly Tag[]>([]);
  const [isMerging, setMerging] = useState(false);
  const mayEdit = useCan('reserve:edit');
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const toggle = (tag: Tag): void =>
    setChosen(
      chosen.some((each) => isSame(each, tag))
        ? chosen.filter((each) => !isSame(each, tag))
        : // Tags of one kind only become one.
          [...chosen.filter(({ kind }) => kind === tag.kind), tag],
    );
  return (
    <div className="reserve-page">
      <header className="reserve-head">
        <Link to="/reserve">← 后备</Link>
        <h1>标签目录</h1>
        <span className="reserve-gap" />
        {mayEdit && (
          <Button disabled={chosen.length === 0} onClick={() => setMerging(true)}>
            {chosen.length > 1 ? `合并所选 ${chosen.length} 个` : '改名'}
          </Button>
        )}
      </header>
      <p className="soft-text">
        选择一个标签可以改名，选择同一类别的几个可以合并，全部人员的记录一并修改。数字是有这个标签的人数，点击可在查询中打开。
      </p>
      {kinds.map((kind) => (
        <Kind key={kind} kind={kind} data={data} chosen={chosen} onToggle={toggle} />
      ))}
      {isMerging && (
        <MergeDialog
          from={chosen}
          names={data.tags.filter(({ kind }) => kind === chosen[0]?.kind).map(({ name }) => name)}
          version={data.version}
          onClose={(isDone) => {
            setMerging(false);
            if (isDone) setChosen([]);
          }}
        />
      )}
    </div>
  );
}

function Kind({
  kind,
  data,
  chosen,
  onToggle,
}: {
  readonly kind: TagKind;
  readonly data: Tags;
  readonly chosen: readonly Tag[];
  readonly onToggle: (tag: Tag) => void;
}) {
  const mayEdit = useCan('reserve:edit');
  const mayAsk = useCan('query:run');
  const [name, setName] = useState('');
  const save = useAction(saveTags);
  const refresh = useRefresh();
  const { done, failed } = useNotes();
  const keep = async (names: readonly string[], said: string): Promise<void> => {
    try {
      const list = { ...data.list, [kind]: [...names] };
      await save.mutateAsync({ body: { list, version: data.version } });
      await refresh();
      setName('');
      done(said);
    } catch (error) {
      failed(error);
    }
  };
  const own = data.tags.filter((tag) => tag.kind === kind);
  const listed = data.list[kind];
  const add = (added: string): void => void keep([...listed, added], `已列入“${added}”`);
  return (
    <section aria-label={tagKinds[kind]}>
      <h2 className="reserve-kind">{tagKinds[kind]}</h2>
      <ul className="reserve-tags">
        {own.map((tag) => (
          <li key={tag.name} className={tag.listed ? '' : 'is-free'}>
            {mayEdit ? (
              <label>
                <input
                  type="checkbox"
                  checked={chosen.some((each) => isSame(each, tag))}
                  onChange={() => onToggle({ kind, name: tag.name })}
                />
                {tag.name}
              </label>
            ) : (
              <span>{tag.name}</span>
            )}
            {tag.people > 0 &&
              (mayAsk ? (
                <Link to="/query" hash={fragmentOf({ question: hasTag(kind, tag.name) }) ?? ''}>
                  {tag.people}
                </Link>
              ) : (
                <span className="soft-text">{tag.people}</span>
              ))}
            {!tag.listed && mayEdit && (
              <Button size="small" onClick={() => add(tag.name)}>
                列入目录
              </Button>
            )}
            {tag.listed && tag.people === 0 && mayEdit && (
              <Button
                size="small"
                type="text"
                aria-label={`从目录中去掉${tag.name}`}
                onClick={() =>
                  void keep(
                    listed.filter((each) => each !== tag.name),
                    `已去掉“${tag.name}”`,
                  )
                }
              >
                ✕
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <div className="reserve-tools">
          <Input
            aria-label={`新的${tagKinds[kind]}`}
            placeholder={`新的${tagKinds[kind]}`}
            className="reserve-select"
            value={name}
            maxLength={40}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
            onPressEnter={() => {
              if (name.trim() !== '') add(name.trim());
            }}
          />
          <Button
            disabled={name.trim() === '' || listed.includes(name.trim())}
            loading={save.isPending}
            onClick={() => add(name.trim())}
          >
            增加
          </Button>
        </div>
      )}
    </section>
  );
}

function hasTag(kind: TagKind, name: string) {
  return {
    population: 'all',
    where: {
      op: 'all',
      of: [
        {
          op: 'some',
          set: 'TG01',
          where: {
            op: 'all',
            of: [
              { op: 'in', field: 'TG01.kindCode', values: [kind] },
              { op: 'in', field: 'TG01.name', values: [name] },
            ],
          },
        },
      ],
    },
  } as const;
}

function isSame(one: Tag, other: Tag): boolean {
  return one.kind === other.kind && one.name === other.name;
}
