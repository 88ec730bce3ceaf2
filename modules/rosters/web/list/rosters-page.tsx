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
  useCan,
  useConfirm,
  useNotes,
} from '#platform/web';
import { createRoster, listRosters, orderRosters, removeRoster } from '../../model/contracts.ts';
import { predefinedRosters } from '../../model/predefined.ts';
import { RecentExports } from '../export/recent-exports.tsx';
import { Templates } from './templates.tsx';
import '../rosters.css';

/** 名册: the books in the order of the office, the files of late, the templates. */
export function RostersPage() {
  const found = useCall(listRosters, {});
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayEdit = useCan('roster:edit');
  const mayExport = useCan('roster:export');
  const confirm = useConfirm();
  const { failed } = useNotes();
  const order = useAction(orderRosters);
  const create = useAction(createRoster);
  const remove = useAction(removeRoster);

  if (found.isPending) return <Loading />;
  if (!found.data) return <ErrorView error={found.error} onRetry={() => void found.refetch()} />;
  const { rosters } = found.data;

  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      failed(error);
    }
    await client.invalidateQueries({ queryKey: keyOf(listRosters) });
  };
  const move = (index: number, by: number): Promise<void> => {
    const ids = rosters.map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    if (moved !== undefined) ids.splice(index + by, 0, moved);
    return attempt(() => order.mutateAsync({ body: { ids } }));
  };
  const add = (): Promise<void> =>
    attempt(async () => {
      const body = predefinedRosters.find(({ name }) => name === '花名册');
      if (!body) return;
      const { id } = await create.mutateAsync({ body: { ...body, name: '新名册', title: '干部名册' } });
      await navigate({ to: `/rosters/${id}` });
    });
  const drop = async ({ id, name, version }: (typeof rosters)[number]): Promise<void> => {
    const content = '只删除名册的设置，不影响干部信息；已导出的文件保留。';
    if (!(await confirm({ title: `删除“${name}”？`, content, verb: '删除', grave: true }))) return;
    await attempt(() => remove.mutateAsync({ params: { id }, body: { version } }));
  };

  return (
    <div className="rosters-page">
      <header className="rosters-head">
        <h1>名册</h1>
        {mayEdit && (
          <Button type="primary" loading={create.isPending} onClick={() => void add()}>
            新建名册
          </Button>
        )}
      </header>
      {rosters.length === 0 && (
        <EmptyState title="还没有名册" hint="新建名册后，选择人员范围和列，即可导出。" />
      )}
      <ul className="rosters-list" aria-label="名册">
        {rosters.map((roster, index) => (
          <li key={roster.id}>
            <Link to={`/rosters/${roster.id}`} className="rosters-name">
              {roster.name}
            </Link>
            <span className="rosters-facts soft-text">
              {roster.sentence}，{roster.columns} 列
            </span>
            {mayEdit && (
              <span className="rosters-actions">
                <Button
                  aria-label={`上移${roster.name}`}
                  disabled={index === 0}
                  onClick={() => void move(index, -1)}
                >
                  ↑
                </Button>
                <Button
                  aria-label={`下移${roster.name}`}
                  disabled={index === rosters.length - 1}
                  onClick={() => void move(index, 1)}
                >
                  ↓
                </Button>
                <Button onClick={() => void drop(roster)}>删除</Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {mayExport && <RecentExports />}
      <Templates mayEdit={mayEdit} />
    </div>
  );
}
