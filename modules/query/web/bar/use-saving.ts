import { useState } from 'react';
import { call, useNotes } from '#platform/web';
import { runQueryIds } from '../../model/contracts.ts';
import { createSavedQuery, updateSavedQuery } from '../../model/saved-contracts.ts';
import type { PeopleSelection } from '../answer/people-selection.ts';
import type { Answer, AnswerBody } from '../answer/use-answer.ts';
import { useRefreshSaved, type SavedItem } from '../saved/use-saved.ts';
import type { Asked } from '../state/fragment.ts';
import { useStable } from '../state/use-stable.ts';
import { askable } from '../tree/askable.ts';

interface Given {
  readonly asked: Asked;
  readonly body: AnswerBody;
  readonly answer: Answer | undefined;
  readonly columns: readonly string[];
  readonly selection: PeopleSelection;
  readonly onOpened: (item: SavedItem | null) => void;
}

interface Named {
  readonly name: string;
  readonly shared: boolean;
}

/** Keeping the question, and the people found or chosen; everything that is done here says so. */
export function useSaving({ asked, body, answer, columns, selection, onOpened }: Given) {
  const notes = useNotes();
  const refresh = useRefreshSaved();
  const [dialog, ask] = useState<'question' | 'list' | null>(null);

  const view = () => ({
    columns: [...columns],
    ...(asked.sort?.length ? { sort: [...asked.sort] } : {}),
    ...(asked.asOf ? { asOf: asked.asOf } : {}),
  });
  const allIds = async (): Promise<string[]> => {
    const { question: where, asOf, sort } = body;
    const asking = { question: where, ...(asOf ? { asOf } : {}), ...(sort ? { sort } : {}) };
    return (await call(runQueryIds, { body: asking })).ids;
  };
  const trying = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (problem) {
      notes.failed(problem);
    }
    refresh();
  };
  return {
    /** What is being named. */
    dialog,
    ask,
    question: useStable((given: Named) =>
      trying(async () => {
        const { question } = askable(asked.question);
        const content = { kind: 'question', question, ...given, ...view() } as const;
        const made = await call(createSavedQuery, { body: content });
        const sentence = answer?.sentence ?? '';
        const mine = { mine: true, ownerName: '', updatedAt: '', sentence, mayTakeOver: false };
        onOpened({ ...made, ...given, ...mine, kind: 'question' });
        ask(null);
        notes.done(`已保存“${given.name}”`);
      }),
    ),
    again: useStable((item: SavedItem) =>
      trying(async () => {
        const { id, version, name, shared } = item;
        const { question } = askable(asked.question);
        const made = await call(updateSavedQuery, {
          params: { id },
          body: { version, saved: { kind: 'question', question, name, shared, ...view() } },
        });
        onOpened({ ...item, ...made });
        notes.done(`已保存“${name}”`);
      }),
    ),
    list: useStable((given: Named) =>
      trying(async () => {
        const ids = selection.ids.size > 0 ? [...selection.ids] : await allIds();
        await call(createSavedQuery, { body: { kind: 'list', ids, ...given } });
        ask(null);
        notes.done(`已存为名单“${given.name}”，共 ${ids.length.toLocaleString('zh-CN')} 人`);
      }),
    ),
    chooseAll: useStable(() => trying(async () => selection.addAll(await allIds()))),
  };
}
