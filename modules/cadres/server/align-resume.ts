import { CadreError, textOf, withValue, type Actor } from '#platform/model';
import { applyChange, readSubject, type SetEdit, type Store } from '#platform/server';
import { personSet, resumeRows, resumeTextFrom } from '#modules/cadres';
import { requirePerson } from './scope.ts';

/**
 * Makes the rows of the résumé (A17) from its text, or the text from the rows; only ever at the clerk's word, because
 * the text is what the form prints.
 */
export async function alignResume(
  store: Store,
  actor: Actor,
  id: string,
  from: 'text' | 'rows',
): Promise<void> {
  const person = await requirePerson(store, actor, id);
  const stored = await readSubject(store.db, id, ['A01', 'A17']);
  const basic = stored['A01']?.rows[0];
  const segments = stored['A17']?.rows ?? [];
  const field = personSet.fields.find(({ key }) => key === 'resumeText');
  if (!basic || !field) throw new CadreError('resume-missing', 409, '这名干部还没有基本情况，无法生成简历。');
  const sets: Record<string, SetEdit> =
    from === 'text'
      ? {
          A17: {
            expectedVersion: stored['A17']?.version ?? 0,
            rows: resumeRows(textOf(basic, 'resumeText'), segments),
          },
        }
      : {
          A01: {
            expectedVersion: stored['A01']?.version ?? 0,
            rows: [withValue(basic, field, resumeTextFrom(segments))],
          },
        };
  const what = from === 'text' ? '由简历全文生成简历段' : '由简历段生成简历全文';
  await applyChange(store, { actor, origin: 'web', summary: `${person.name}：${what}` }, [
    { subject: id, kind: 'person', event: 'update', sets },
  ]);
}
