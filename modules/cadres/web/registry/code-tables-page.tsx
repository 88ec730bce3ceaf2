import { useLocation, useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { EmptyState, ErrorView, Loading } from '#platform/web';
import { CodeTableView } from './code-table-view.tsx';
import { RegistryPage } from './registry-page.tsx';
import { UnverifiedMark } from './unverified-mark.tsx';
import { useDeclared } from './use-declared.ts';

/** 代码表: the tables and what stands in them. Read only: they are the standards'. */
export function CodeTablesPage() {
  const { declared, error, refetch } = useDeclared();
  const chosen = useLocation({ select: ({ hash }) => hash });
  const navigate = useNavigate();
  const [find, setFind] = useState('');
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!declared) return <Loading />;
  const wanted = find.trim().toLowerCase();
  const shown = declared.tables.filter(({ id, name, standard }) =>
    [id, name, standard].some((text) => text.toLowerCase().includes(wanted)),
  );
  const table = declared.tables.find(({ id }) => id === chosen) ?? declared.tables[0];
  const list = (
    <>
      <Input
        value={find}
        allowClear
        autoComplete="off"
        aria-label="查找代码表"
        placeholder="代码表名称或编号"
        onChange={(event) => setFind(event.target.value)}
      />
      {shown.length === 0 && <EmptyState title="没有符合的代码表" />}
      <ul>
        {shown.map(({ id, name, verified }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === table?.id}
              onClick={() => void navigate({ to: '/admin/code-tables', hash: id })}
            >
              <span className="registry-code">{id}</span> {name}
              {!verified && <UnverifiedMark />}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
  return <RegistryPage list={list}>{table && <CodeTableView key={table.id} table={table} />}</RegistryPage>;
}
