import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { OperationOutput } from '#platform/model';
import {
  EmptyState,
  ErrorView,
  keyOf,
  Loading,
  useAction,
  useCall,
  useConfirm,
  useNotes,
  useSession,
  useOfficeClock,
} from '#platform/web';
import { editUser, listUsers, resetUser } from '../../model/contracts.ts';
import { roles } from '../../model/roles.ts';
import { AddUserDialog } from './add-user-dialog.tsx';
import { CodeDialog, type IssuedCode } from './code-dialog.tsx';
import { EditUserDialog } from './edit-user-dialog.tsx';
import { stateOf } from './user-state.ts';
import './users.css';

type User = OperationOutput<typeof listUsers>['users'][number];

/** 账户管理: who may sign in, in which role. */
export function UsersPage() {
  const clock = useOfficeClock();
  const found = useCall(listUsers, {});
  const client = useQueryClient();
  const { userId } = useSession();
  const confirm = useConfirm();
  const { done, failed } = useNotes();
  const edit = useAction(editUser);
  const reset = useAction(resetUser);
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<User | null>(null);
  const [issued, setIssued] = useState<IssuedCode | null>(null);
  const refresh = (): void => void client.invalidateQueries({ queryKey: keyOf(listUsers) });

  const newCode = async (user: User): Promise<void> => {
    const agreed = await confirm({
      title: `重置“${user.name}”的密码？`,
      content: '原密码立即失效，该用户凭新的一次性验证码登录并重新设置密码。',
      verb: '重置',
      grave: true,
    });
    if (!agreed) return;
    try {
      const { code } = await reset.mutateAsync({ params: { id: user.id } });
      setIssued({ name: user.name, code });
      refresh();
    } catch (error) {
      failed(error);
    }
  };

  const setDisabled = async (user: User, disabled: boolean): Promise<void> => {
    const { displayName, role } = user;
    const agreed =
      !disabled ||
      (await confirm({
        title: `停用“${user.name}”？`,
        content: '该用户立即退出，不能再登录；可以随时恢复使用。',
        verb: '停用',
        grave: true,
      }));
    if (!agreed) return;
    try {
      await edit.mutateAsync({ params: { id: user.id }, body: { displayName, role, disabled } });
      done(disabled ? '已停用' : '已恢复使用');
      refresh();
    } catch (error) {
      failed(error);
    }
  };

  if (found.isPending) return <Loading />;
  if (!found.data) return <ErrorView error={found.error} onRetry={() => void found.refetch()} />;
  const { users } = found.data;
  return (
    <div className="users-page">
      <header className="users-head">
        <h1>账户管理</h1>
        <Button type="primary" onClick={() => setAdding(true)}>
          新增账户
        </Button>
      </header>
      {users.length === 0 ? (
        <EmptyState title="还没有账户" />
      ) : (
        <div className="users-scroll">
          <table className="users-table">
            <thead>
              <tr>
                <th>账号</th>
                <th>姓名</th>
                <th>角色</th>
                <th>状态</th>
                <th>最近登录</th>
                <th>
                  <span className="visually-hidden">操作</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {users.map((user) => (
                <tr key={user.id} className={user.disabled ? 'is-disabled' : ''}>
                  <td>{user.name}</td>
                  <td>{user.displayName}</td>
                  <td>{roles[user.role].label}</td>
                  <td>{stateOf(user)}</td>
                  <td>{user.lastSignInAt === null ? '从未登录' : clock.minuteText(user.lastSignInAt)}</td>
                  <td className="users-actions">
                    <Button size="small" onClick={() => setEditing(user)}>
                      修改
                    </Button>
                    <Button size="small" onClick={() => void newCode(user)}>
                      重置密码
                    </Button>
                    <Button
                      size="small"
                      // Nobody locks himself out.
                      disabled={user.id === userId}
                      onClick={() => void setDisabled(user, !user.disabled)}
                    >
                      {user.disabled ? '恢复使用' : '停用'}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {adding && (
        <AddUserDialog
          onClose={() => setAdding(false)}
          onAdded={(added) => {
            setAdding(false);
            setIssued(added);
            refresh();
          }}
        />
      )}
      {editing && (
        <EditUserDialog
          user={editing}
          onClose={() => setEditing(null)}
          onSaved={() => {
            setEditing(null);
            refresh();
          }}
        />
      )}
      {issued && <CodeDialog issued={issued} onClose={() => setIssued(null)} />}
    </div>
  );
}
