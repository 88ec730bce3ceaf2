import { useQueryClient } from '@tanstack/react-query';
import { useAction, useNotes } from '#platform/web';
import { previewImport } from '../../model/contracts.ts';
import { forgetForms } from '../preview/use-tally.ts';
import { useImportUpdates } from './use-import.ts';

/** Tells the server that all files are there; it reads them and prepares the preview. */
export function usePreviewStart(): (id: string) => void {
  const preview = useAction(previewImport);
  const client = useQueryClient();
  const { put } = useImportUpdates();
  const { failed } = useNotes();
  return (id) => {
    forgetForms(client, id);
    // Called when an upload ends, perhaps after the page was left: the promise is ours, not the page's.
    preview.mutateAsync({ params: { id } }).then(put, failed);
  };
}
