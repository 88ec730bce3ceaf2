import type { OperationOutput } from '#platform/model';
import { call } from '#platform/web';
import { readSavedQuery } from '../../model/saved-contracts.ts';
import type { Asked } from '../state/fragment.ts';
import type { SavedItem } from './use-saved.ts';

/** What is saved, as the page asks it: a question with its columns, order and date, or the people of a list. */
export async function openSaved(id: string): Promise<{ readonly asked: Asked; readonly item: SavedItem }> {
  const item: OperationOutput<typeof readSavedQuery> = await call(readSavedQuery, { params: { id } });
  const { question, asOf, columns, sort } = item;
  const asked = item.kind === 'list' ? listQuestion(id) : (question ?? {});
  return { asked: { question: asked, asOf, columns, sort }, item };
}

/** The people of a list, also those who have left. */
function listQuestion(id: string): Asked['question'] {
  return { where: { op: 'saved', id }, population: 'all' };
}
