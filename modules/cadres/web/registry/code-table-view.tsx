import { Input, Tree, type TreeDataNode } from 'antd';
import { useMemo, useState, type Key } from 'react';
import { readCodeTable, type CodeItem, type CodeTableData } from '#platform/model';
import { EmptyState, ErrorView, Loading, useCall } from '#platform/web';
import { codeTree, countMatches, keysToOpen, searchTree, type CodeNode } from './code-tree.ts';
import { UnverifiedMark } from './unverified-mark.tsx';
import type { Declared } from './use-declared.ts';

interface CodeTableViewProps {
  readonly table: Declared['tables'][number];
}

/** One code table with its rows as a tree that can be searched. */
export function CodeTableView({ table }: CodeTableViewProps) {
  const found = useCall(readCodeTable, { params: { id: table.id } }, { freshFor: Number.POSITIVE_INFINITY });
  return (
    <>
      <h1>
        {table.id} {table.name}
        {!table.verified && <UnverifiedMark />}
      </h1>
      <p className="soft-text">
        {table.standard}，共 {table.size.toLocaleString('zh-CN')} 项
        {!table.verified && '；部分代码尚未与正式标准核对，使用时请留意'}。
      </p>
      {found.isPending && <Loading />}
      {found.error && <ErrorView error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Rows data={found.data.data as CodeTableData} />}
    </>
  );
}

function Rows({ data }: { readonly data: CodeTableData }) {
  const [find, setFind] = useState('');
  const [opened, setOpened] = useState<readonly Key[]>([]);
  const tree = useMemo(() => codeTree(data.items), [data]);
  const searching = find.trim() !== '';
  const shown = useMemo(() => searchTree(tree, find), [tree, find]);
  const search = (text: string): void => {
    setFind(text);
    setOpened(keysToOpen(tree, text));
  };
  return (
    <>
      <div className="registry-search">
        <Input
          value={find}
          allowClear
          autoComplete="off"
          aria-label="查找代码"
          placeholder="名称或代码"
          onChange={(event) => search(event.target.value)}
        />
        {searching && <span className="soft-text">找到 {countMatches(tree, find)} 项</span>}
      </div>
      {shown.length === 0 ? (
        <EmptyState title="没有符合的代码" />
      ) : (
        <Tree
          virtual
          height={640}
          selectable={false}
          treeData={shown.map(drawn)}
          expandedKeys={[...opened]}
          onExpand={(keys) => setOpened(keys)}
        />
      )}
    </>
  );
}

function drawn({ key, item, children }: CodeNode): TreeDataNode {
  return { key, title: <Row item={item} />, children: children.map(drawn) };
}

function Row({ item }: { readonly item: CodeItem }) {
  return (
    <span className={item.placeholder ? 'soft-text' : undefined}>
      <span className="registry-code">{item.code ?? '无代码'}</span> {item.label}
      {item.code_inferred && <span className="soft-text">（代码按次序推定）</span>}
      {item.aliases && item.aliases.length > 0 && (
        <span className="soft-text">　又作 {item.aliases.join('、')}</span>
      )}
    </span>
  );
}
