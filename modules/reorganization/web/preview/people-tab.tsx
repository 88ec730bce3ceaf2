import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { printDate } from '#platform/model';
import { EmptyState, useNarrow, VirtualTable, type TableColumn } from '#platform/web';
import type { PlanDraft, ShownPerson, ShownPost } from '../../model/contracts.ts';
import { endsByChoice, type Choice } from './choices.ts';
import { TitleCell } from './title-cell.tsx';

interface PeopleTabProps {
  readonly people: readonly ShownPerson[];
  readonly withTexts: boolean;
  readonly chosen: PlanDraft['posts'];
  readonly onChoose: (person: string, post: ShownPost, choice: Choice) => void;
}

interface Line {
  readonly key: string;
  readonly person: string;
  readonly name: string;
  /** Null: the person has no post, and comes with 统计关系. */
  readonly post: ShownPost | null;
  readonly before: string;
  readonly since: string;
  readonly home: string;
  readonly text: string;
}

/** Old and new posts, a line each. */
export function PeopleTab({ people, withTexts, chosen, onChoose }: PeopleTabProps) {
  const [find, setFind] = useState('');
  const isNarrow = useNarrow();
  const lines = useMemo(() => people.flatMap(linesOf), [people]);
  if (lines.length === 0) return <EmptyState title="没有需要转隶的人员" />;
  const shown = lines.filter(({ name }) => name.includes(find.trim()));
  const after = ({ person, name, post }: Line) =>
    post === null ? (
      '（随统计关系转入）'
    ) : (
      <PostAfter
        name={name}
        post={post}
        ends={endsByChoice(chosen, person, post)}
        onChoose={(choice) => onChoose(person, post, choice)}
      />
    );
  const columns: TableColumn<Line>[] = [
    { key: 'name', title: '姓名', width: '6rem', cell: ({ name }) => name, stickyAt: '0' },
    { key: 'before', title: '原职务', width: 'minmax(15rem, 1fr)', cell: ({ before }) => titled(before) },
    { key: 'after', title: '改革后职务', width: 'minmax(18rem, 1fr)', cell: after },
    { key: 'since', title: '任职时间', width: '7rem', cell: ({ since }) => since },
    { key: 'home', title: '统计关系', width: 'minmax(12rem, 1fr)', cell: ({ home }) => titled(home) },
    ...(withTexts
      ? [
          {
            key: 'text',
            title: '现工作单位及职务',
            width: 'minmax(16rem, 1fr)',
            cell: ({ text }: Line) => titled(text),
          },
        ]
      : []),
  ];
  return (
    <>
      <Input
        allowClear
        className="reorg-find"
        aria-label="按姓名查找"
        placeholder="按姓名查找"
        value={find}
        onChange={(event) => setFind(event.target.value)}
      />
      {isNarrow ? (
        <ul className="reorg-cards">
          {shown.slice(0, 200).map((line) => (
            <li key={line.key}>
              <b>{line.name}</b>
              <span className="soft-text">{line.before}</span>
              {after(line)}
            </li>
          ))}
          {shown.length > 200 && <li className="soft-text">其余 {shown.length - 200} 条请按姓名查找。</li>}
        </ul>
      ) : (
        <div className="reorg-list" style={{ height: `min(60vh, ${shown.length * 2.4 + 4}rem)` }}>
          <VirtualTable label="人员转隶" rows={shown} rowKey={({ key }) => key} columns={columns} />
        </div>
      )}
    </>
  );
}

function linesOf({ id, name, posts, home, text }: ShownPerson): Line[] {
  const places = home === null ? '不变' : home.after;
  const common = { person: id, name, home: places, text: text?.after ?? '不变' };
  if (posts.length === 0)
    return [{ key: id, ...common, post: null, before: '（在册，没有现任职务）', since: '' }];
  return posts.map((post) => lineOf(`${id} ${post.row}`, common, post));
}

function lineOf(key: string, common: Pick<Line, 'person' | 'name' | 'home' | 'text'>, post: ShownPost): Line {
  const { before, after } = post;
  return {
    key,
    ...common,
    post,
    before: `${before.orgName} ${before.title}`,
    since: after === null || after.since === '' ? '' : printDate(after.since),
  };
}

interface PostAfterProps {
  readonly name: string;
  readonly post: ShownPost;
  /** The plan lets it end with the old unit. */
  readonly ends: boolean;
  readonly onChoose: (choice: Choice) => void;
}

/** The post in the new unit: its title can be written anew, and it can be left behind. */
function PostAfter({ name, post, ends, onChoose }: PostAfterProps) {
  const { before, after, mayEnd } = post;
  if (ends) {
    return (
      <span className="reorg-title-cell">
        <span className="soft-text">不再转任</span>
        <Button
          type="link"
          size="small"
          aria-label={`${name}${before.title}恢复转任`}
          onClick={() => onChoose({ keep: true })}
        >
          恢复
        </Button>
      </span>
    );
  }
  return (
    <span className="reorg-post-after">
      <TitleCell
        label={`${name}${before.title}改革后职务`}
        lead={after === null ? '（与已有职务合为一条）' : after.orgName}
        title={after?.title ?? before.title}
        isChanged={after !== null && after.title !== before.title}
        onChange={(title) => onChoose({ title })}
      />
      {mayEnd && (
        <Button
          type="link"
          size="small"
          aria-label={`${name}${before.title}不转任`}
          onClick={() => onChoose({ keep: false })}
        >
          不转任
        </Button>
      )}
    </span>
  );
}

function titled(text: string) {
  return <span title={text}>{text}</span>;
}
