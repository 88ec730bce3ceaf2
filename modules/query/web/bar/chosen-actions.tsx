import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { memo } from 'react';
import { mostCompared, useCompareWith } from '#modules/cadres/web';
import { useCan } from '#platform/web';
import type { PeopleSelection } from '../answer/people-selection.ts';

export interface ChosenActionsProps {
  readonly selection: PeopleSelection;
  readonly count: number;
  readonly narrow: boolean;
  readonly onAll: () => void;
  readonly onList: () => void;
}

interface Act {
  readonly key: string;
  readonly label: string;
  readonly disabled?: boolean;
  readonly run: () => void;
}

/** How many people an export names at most. */
const mostNamed = 20_000;

/** What can be done with the people chosen; on a phone all but the comparison stands in a menu. */
export const ChosenActions = memo(function ChosenActions(props: ChosenActionsProps) {
  const { selection, count, narrow, onAll, onList } = props;
  const navigate = useNavigate();
  const mayExport = useCan('form:export');
  const compareWith = useCompareWith();
  const ids = [...selection.ids];
  const chosen = ids.length;
  const exportForms = (): void => {
    void navigate({ to: '/export', state: { exportPeople: { ids, count: chosen } } });
  };
  const acts: readonly Act[] = [
    ...(chosen < count ? [{ key: 'all', label: '全选', run: onAll }] : []),
    { key: 'list', label: '存为名单', run: onList },
    ...(mayExport
      ? [{ key: 'forms', label: '导出任免表', disabled: chosen > mostNamed, run: exportForms }]
      : []),
  ];
  return (
    <div className="query-chosen">
      <span aria-live="polite">已选 {chosen.toLocaleString('zh-CN')} 人</span>
      {compareWith && chosen >= 2 && chosen <= mostCompared && (
        <Button onClick={() => compareWith(ids)}>比较</Button>
      )}
      {narrow ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: acts.map(({ key, label, disabled = false }) => ({ key, label, disabled })),
            onClick: ({ key }) => acts.find((act) => act.key === key)?.run(),
          }}
        >
          <Button>更多 ▾</Button>
        </Dropdown>
      ) : (
        acts.map(({ key, label, disabled = false, run }) => (
          <Button key={key} disabled={disabled} onClick={run}>
            {label}
          </Button>
        ))
      )}
      <Button onClick={selection.clear}>{narrow ? '取消' : '取消选择'}</Button>
    </div>
  );
});
