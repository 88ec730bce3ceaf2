import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useCan } from '#platform/web';
import { UndoDialog } from '#modules/cadres/web';

export interface CarriedOut {
  readonly change: string;
  readonly units: number;
  readonly people: number;
}

/** What was done, where to look at it, and the way back. */
export function DonePanel({ done }: { readonly done: CarriedOut }) {
  const mayUndo = useCan('journal:undo');
  const [asking, setAsking] = useState(false);
  const [undone, setUndone] = useState(false);
  const said = `改动机构 ${done.units} 个，转隶 ${done.people} 人`;
  return (
    <div className="reorg reorg-done">
      <h1>{undone ? '已撤销' : '已办理'}</h1>
      <p>{undone ? '机构、人员、职位和职数编制已恢复到办理前。' : `${said}。`}</p>
      <p className="reorg-links">
        <Link to="/units">查看机构</Link>
        <Link to="/quotas">查看职数编制</Link>
        <Link to="/changes">变更记录</Link>
        <Link to="/reorganizations">机构改革方案</Link>
      </p>
      {mayUndo && !undone && <Button onClick={() => setAsking(true)}>撤销这次办理</Button>}
      {asking && (
        <UndoDialog
          change={done.change}
          what={`撤销这次机构改革（${said}），全部恢复到办理前。`}
          onClose={() => setAsking(false)}
          onUndone={() => setUndone(true)}
        />
      )}
    </div>
  );
}
