import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Question } from '#engine';
import type { OperationInput } from '#platform/model';
import { createSavedQuery, listSavedQueries } from '#modules/query';
import { keyOf, useAction, useNotes } from '#platform/web';

type Body = OperationInput<typeof createSavedQuery>['body'];

/** 存为查询方案: who qualifies and is not in the pool, as a question of one's own that is asked anew whenever it is opened. */
export function SaveQuestion({ name, question }: { readonly name: string; readonly question: Question }) {
  const save = useAction(createSavedQuery);
  const client = useQueryClient();
  const { done, failed } = useNotes();
  const go = async (): Promise<void> => {
    try {
      await save.mutateAsync({ body: { kind: 'question', name, shared: false, question } as Body });
      await client.invalidateQueries({ queryKey: keyOf(listSavedQueries) });
      done(`已存为查询方案“${name}”`);
    } catch (error) {
      failed(error);
    }
  };
  return (
    <Button loading={save.isPending} onClick={() => void go()}>
      存为查询方案
    </Button>
  );
}
