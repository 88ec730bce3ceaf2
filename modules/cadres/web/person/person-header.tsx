import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Dropdown, Segmented } from 'antd';
import { useAction, useCan, useConfirm, useNotes } from '#platform/web';
import { removeCadre } from '../../model/contracts.ts';
import { useCompareWith } from '../compare/compare-choice.ts';
import type { CadreData } from './use-cadre.ts';
import { useRefreshPerson } from './use-refresh-person.ts';
import type { PersonView } from './views.ts';

export interface PersonHeaderProps {
  readonly person: CadreData;
  readonly view: PersonView;
  readonly views: readonly { readonly value: PersonView; readonly label: string }[];
  readonly onView: (view: PersonView) => void;
  readonly onPhoto: () => void;
}

/** Name, unit, the choice between form and sets, and what concerns the whole person. */
export function PersonHeader({ person, view, views, onView, onPhoto }: PersonHeaderProps) {
  const navigate = useNavigate();
  const confirm = useConfirm();
  const notes = useNotes();
  const remove = useAction(removeCadre);
  const refresh = useRefreshPerson(person.id);
  const mayEdit = useCan('cadre:edit');
  const maySee = useCan('cadre:sensitive');
  const compareWith = useCompareWith();
  const onRemove = async (): Promise<void> => {
    const title = `删除“${person.name}”？`;
    const content = '其全部信息集一并删除，可在变更记录中撤销。';
    if (!(await confirm({ title, content, verb: '删除', grave: true }))) return;
    try {
      await remove.mutateAsync({ params: { id: person.id } });
      notes.done(`已删除“${person.name}”`);
      await navigate({ to: '/cadres', search: person.unit ? { unit: person.unit.id } : {} });
      await refresh();
    } catch (problem) {
      notes.failed(problem);
    }
  };
  const items = [
    ...(compareWith ? [{ key: 'compare', label: '加入比较' }] : []),
    ...(mayEdit && maySee ? [{ key: 'photo', label: '更换照片' }] : []),
    ...(mayEdit ? [{ key: 'remove', label: '删除干部', danger: true }] : []),
  ];
  return (
    <header className="person-head">
      <h1>{person.name}</h1>
      {person.unit ? (
        <Link to="/cadres" search={{ unit: person.unit.id }} className="person-unit">
          {person.unit.path.join(' / ')}
        </Link>
      ) : (
        <span className="soft-text person-unit">未归属</span>
      )}
      <Segmented aria-label="显示" value={view} options={[...views]} onChange={onView} />
      {items.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items,
            onClick: ({ key }) => {
              if (key === 'compare') compareWith?.([person.id]);
              else if (key === 'photo') onPhoto();
              else void onRemove();
            },
          }}
        >
          <Button>更多 ▾</Button>
        </Dropdown>
      )}
    </header>
  );
}
