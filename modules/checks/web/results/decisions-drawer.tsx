import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import {
  EmptyState,
  ErrorView,
  Loading,
  useAction,
  useCall,
  useCan,
  useNarrow,
  useNotes,
  useOfficeClock,
} from '#platform/web';
import { listDismissed, recallDismissed } from '../../model/contracts.ts';

/** 已确认无误: what does not count any more, why, by whom, and the way back. */
export function DecisionsDrawer({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useCall(listDismissed, {});
  const isNarrow = useNarrow();
  return (
    <Drawer open title="已确认无误" size={isNarrow ? '100%' : 640} onClose={onClose}>
      {error ? (
        <ErrorView error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.decisions.length === 0 ? (
        <EmptyState
          title="还没有确认无误的问题"
          hint="问题经核对没有错的，点“确认无误”并填写核实情况，就不再提示。"
        />
      ) : (
        <ul className="checks-decisions">
          {data.decisions.map((decision) => (
            <Decision key={`${decision.person} ${decision.rule}`} {...decision} />
          ))}
        </ul>
      )}
    </Drawer>
  );
}

interface DecisionProps {
  readonly person: string;
  readonly name: string;
  readonly rule: string;
  readonly label: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

function Decision({ person, name, rule, label, reason, by, at }: DecisionProps) {
  const clock = useOfficeClock();
  const recall = useAction(recallDismissed);
  const client = useQueryClient();
  const { done, failed } = useNotes();
  const mayEdit = useCan('cadre:edit');
  const takeBack = async (): Promise<void> => {
    try {
      await recall.mutateAsync({ params: { person, rule } });
      await client.invalidateQueries();
      done('已恢复提示');
    } catch (error) {
      failed(error);
    }
  };
  return (
    <li>
      <div>
        <p className="checks-person">
          <Link to="/cadres/$id" params={{ id: person }}>
            {name}
          </Link>
          <span>{label}</span>
        </p>
        <p>{reason}</p>
        <p className="soft-text">
          {by} {clock.dayText(at)}
        </p>
      </div>
      {mayEdit && (
        <Button size="small" loading={recall.isPending} onClick={() => void takeBack()}>
          恢复提示
        </Button>
      )}
    </li>
  );
}
