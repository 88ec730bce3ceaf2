import { Input } from 'antd';
import { useMemo, useState } from 'react';
import { printDate } from '#platform/model';
import { EmptyState, useNarrow, VirtualTable, type TableColumn } from '#platform/web';
import type { ShownPerson } from '../../model/contracts.ts';

interface PeopleTabProps {
  readonly people: readonly ShownPerson[];
  readonly withTexts: boolean;
}

interface Line {
  readonly key: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly since: string;
  readonly home: string;
  readonly text: string;
}

/** Old and new posts, a line each. */
export function PeopleTab({ people, withTexts }: PeopleTabProps) {
  const [find, setFind] = useState('');
  const isNarrow = useNarrow();
  const lines = useMemo(() => people.flatMap(linesOf), [people]);
  if (lines.length === 0) return <EmptyState title="没有需要转隶的人员" />;
  const shown = lines.filter(({ name }) => name.includes(find.trim()));
  const columns: TableColumn<Line>[] = [
    { key: 'name', title: '姓名', width: '6rem', cell: ({ name }) => name, stickyAt: '0' },
    { key: 'before', title: '原职务', width: 'minmax(15rem, 1fr)', cell: ({ before }) => titled(before) },
    { key: 'after', title: '改革后职务', width: 'minmax(15rem, 1fr)', cell: ({ after }) => titled(after) },
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
              <span>→ {line.after}</span>
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
  const common = { name, home: places, text: text?.after ?? '不变' };
  if (posts.length === 0)
    return [{ key: id, ...common, before: '（在册，没有现任职务）', after: '（随统计关系转入）', since: '' }];
  return posts.map(({ before, after }, place) => ({
    key: `${id} ${place}`,
    ...common,
    before: `${before.orgName} ${before.title}`,
    after: after === null ? '（与已有职务合为一条）' : `${after.orgName} ${after.title}`,
    since: after === null || after.since === '' ? '' : printDate(after.since),
  }));
}

function titled(text: string) {
  return <span title={text}>{text}</span>;
}
