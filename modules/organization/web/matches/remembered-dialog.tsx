import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import {
  EmptyState,
  ErrorView,
  keyOf,
  Loading,
  useAction,
  useCall,
  useNotes,
  useOfficeClock,
} from '#platform/web';
import { forgetUnitMatch, listUnitMatches, saveUnitMatch } from '../../model/matching/match-contracts.ts';
import { UnitAnswer } from './unit-answer.tsx';
import './matches.css';

/** What is remembered of names in files: to be changed or forgotten. */
export function RememberedDialog({ onClose }: { readonly onClose: () => void }) {
  const clock = useOfficeClock();
  const { data, error, refetch } = useCall(listUnitMatches, {});
  const save = useAction(saveUnitMatch);
  const forget = useAction(forgetUnitMatch);
  const client = useQueryClient();
  const notes = useNotes();
  const then = async (work: Promise<unknown>, done: string): Promise<void> => {
    try {
      await work;
      await client.invalidateQueries({ queryKey: keyOf(listUnitMatches) });
      notes.done(done);
    } catch (problem) {
      notes.failed(problem);
    }
  };
  return (
    <Modal open title="机构名称对应" width={860} footer={null} onCancel={onClose}>
      {error && <ErrorView error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.matches.length === 0 && (
        <EmptyState
          title="还没有记住的名称"
          hint="导入时遇到未能识别的机构名称，选定对应的机构后会列在这里。"
        />
      )}
      <ul className="unit-matches">
        {(data?.matches ?? []).map(({ id, code, name, unit, chosenAt, chosenBy }) => (
          <li key={id}>
            <div className="unit-match-head">
              <strong>
                {name}
                {code && `（${code}）`}
              </strong>
              <span className="soft-text">
                {chosenBy}　{clock.dayText(chosenAt)}
              </span>
              <Button
                danger
                onClick={() => void then(forget.mutateAsync({ params: { id } }), `已删除“${name}”的对应`)}
              >
                删除
              </Button>
            </div>
            <UnitAnswer
              name={name}
              answer={unit}
              candidates={[]}
              onAnswer={(next) =>
                void then(save.mutateAsync({ body: { code, name, unit: next } }), `已修改“${name}”的对应`)
              }
            />
          </li>
        ))}
      </ul>
    </Modal>
  );
}
