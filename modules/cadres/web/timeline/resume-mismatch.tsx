import { Button } from 'antd';
import { useAction, useCan, useNotes } from '#platform/web';
import { alignResumeOperation } from '../../model/contracts.ts';
import type { CadreData } from '../person/use-cadre.ts';
import { useRefreshPerson } from '../person/use-refresh-person.ts';

/** Says that the résumé's text and its rows differ, and offers to make either from the other. */
export function ResumeMismatch({ person }: { person: CadreData }) {
  const mayEdit = useCan('cadre:edit');
  const refresh = useRefreshPerson(person.id);
  const notes = useNotes();
  const align = useAction(alignResumeOperation);
  const doubt = person.warnings.find((warning) => warning.code === 'resume-differs');
  if (!doubt) return null;
  const make = async (from: 'text' | 'rows'): Promise<void> => {
    try {
      await align.mutateAsync({ params: { id: person.id }, body: { from } });
      await refresh();
    } catch (problem) {
      notes.failed(problem);
    }
  };
  return (
    <div className="resume-mismatch" role="status">
      <p className="warn-text">{doubt.message}</p>
      {mayEdit && (
        <p className="resume-mismatch-actions">
          <Button loading={align.isPending} onClick={() => void make('text')}>
            由简历全文生成简历段
          </Button>
          <Button loading={align.isPending} onClick={() => void make('rows')}>
            由简历段生成简历全文
          </Button>
        </p>
      )}
    </div>
  );
}
