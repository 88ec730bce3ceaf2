import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import {
  EmptyState,
  ErrorView,
  keyOf,
  Loading,
  useAction,
  useCall,
  useConfirm,
  useNotes,
} from '#platform/web';
import { dropReorganization, listReorganizations, type DraftHead } from '../../model/contracts.ts';
import '../reorganization.css';

/** 机构改革: the saved plans, those carried out among them. */
export function PlansPage() {
  const { data, error, refetch } = useCall(listReorganizations, {});
  const drop = useAction(dropReorganization);
  const client = useQueryClient();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const { done, failed } = useNotes();
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const begin = (): void => void navigate({ to: '/reorganizations/$id', params: { id: 'new' } });
  const remove = async ({ id, name }: DraftHead): Promise<void> => {
    const content = '只删除方案本身，已经办理的变更不受影响。';
    if (!(await confirm({ title: `删除方案“${name}”`, content, verb: '删除', grave: true }))) return;
    try {
      await drop.mutateAsync({ params: { id } });
      await client.invalidateQueries({ queryKey: keyOf(listReorganizations) });
      done('已删除方案');
    } catch (thrown) {
      failed(thrown);
    }
  };
  return (
    <div className="reorg">
      <header className="reorg-title">
        <h1>机构改革</h1>
        <Button type="primary" onClick={begin}>
          新建方案
        </Button>
      </header>
      <p className="soft-text">
        机构合并、撤销、划转时，机构、人员、职位、职数编制按一个方案一次转隶；先预览后办理，办理后可整体撤销。
      </p>
      {data.drafts.length === 0 ? (
        <EmptyState title="还没有方案" hint="新建方案，逐步写明机构如何调整，预览无误后办理。" />
      ) : (
        <div className="reorg-scroll">
          <table className="reorg-table">
            <thead>
              <tr>
                <th>方案</th>
                <th>状态</th>
                <th>最近修改</th>
                <th>
                  <span className="visually-hidden">操作</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.drafts.map((draft) => (
                <tr key={draft.id}>
                  <td>
                    <Link to="/reorganizations/$id" params={{ id: draft.id }}>
                      {draft.name}
                    </Link>
                  </td>
                  <td>{stateOf(draft)}</td>
                  <td>
                    {draft.updatedBy} {draft.updatedAt.slice(0, 10).replaceAll('-', '.')}
                  </td>
                  <td className="is-action">
                    <Button size="small" onClick={() => void remove(draft)}>
                      删除
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

export function stateOf({ change, undone }: Pick<DraftHead, 'change' | 'undone'>): string {
  if (change === null) return '起草中';
  return undone ? '办理后已撤销' : '已办理';
}
