import { Checkbox, Input } from 'antd';
import { useMemo, useState } from 'react';
import type { Condition } from '#engine';
import { ErrorView, Loading, useCall, VirtualTable } from '#platform/web';
import type { UnitNode } from '#modules/organization';
import { runQuery } from '#modules/query';

interface PeopleChoiceProps {
  readonly unit: string;
  readonly units: readonly UnitNode[];
  readonly chosen: readonly string[];
  readonly onChange: (people: string[]) => void;
}

const most = 500;

/** Who holds a post in the unit or one of its internal offices, to be chosen. */
export function PeopleChoice({ unit, units, chosen, onChange }: PeopleChoiceProps) {
  const [find, setFind] = useState('');
  const body = useMemo(() => bodyOf(unit, units), [unit, units]);
  const held: Condition = { op: 'in', field: 'A02.isHeld', values: ['1'] };
  const here: Condition = { op: 'in', field: 'A02.orgCode', values: body, exact: true };
  const where: Condition = { op: 'some', set: 'A02', where: { op: 'all', of: [here, held] } };
  const question = { where, population: 'current' as const };
  const { data, error } = useCall(runQuery, { body: { question, columns: ['posts'], size: most } });
  if (error) return <ErrorView error={error} />;
  if (!data) return <Loading />;
  const marked = new Set(chosen);
  const rows = data.rows.filter(({ name }) => name.includes(find.trim()));
  const toggle = (id: string): void =>
    onChange(marked.has(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  const isAll = rows.length > 0 && rows.every(({ id }) => marked.has(id));
  return (
    <div className="reorg-people">
      <div className="reorg-people-tools">
        <Checkbox
          checked={isAll}
          onChange={() => {
            const shown = new Set(rows.map(({ id }) => id));
            onChange(isAll ? chosen.filter((id) => !shown.has(id)) : [...new Set([...chosen, ...shown])]);
          }}
        >
          全选
        </Checkbox>
        <Input
          allowClear
          aria-label="按姓名查找"
          placeholder="按姓名查找"
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
        <span>
          已选 {chosen.length} 人，共 {data.count} 人
        </span>
      </div>
      {data.count > most && <p className="warn-text">人数较多，只列出前 {most} 人；整建制划转请用“合并”。</p>}
      <div className="reorg-people-list">
        <VirtualTable
          label="可以划转的人员"
          rows={rows}
          rowKey={({ id }) => id}
          isSelected={({ id }) => marked.has(id)}
          onToggle={({ id }) => toggle(id)}
          onOpen={({ id }) => toggle(id)}
          columns={[
            {
              key: 'mark',
              title: '',
              width: '2.5rem',
              cell: ({ id, name }) => <Checkbox checked={marked.has(id)} aria-label={name} />,
            },
            { key: 'name', title: '姓名', width: '6rem', cell: ({ name }) => name },
            { key: 'post', title: '现任职务', width: 'minmax(14rem, 1fr)', cell: ({ texts }) => texts[0] },
          ]}
        />
      </div>
    </div>
  );
}

/** The unit with its internal offices, and theirs. */
function bodyOf(unit: string, units: readonly UnitNode[]): string[] {
  const body = new Set([unit]);
  // A unit stands before those below it.
  for (const { id, parent, kindCode } of units)
    if (kindCode === '2' && parent !== null && body.has(parent)) body.add(id);
  return [...body];
}
