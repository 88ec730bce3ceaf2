import { useQueryClient } from '@tanstack/react-query';
import { useAction, useNotes } from '#platform/web';
import { saveCheckSettings } from '../model/contracts.ts';
import type { RuleSettings } from '../model/settings.ts';

/** Saves what the office sets; when somebody else was faster, says so and keeps what was typed. */
export function useSaveSettings() {
  const save = useAction(saveCheckSettings);
  const client = useQueryClient();
  const { done, failed } = useNotes();
  return {
    isSaving: save.isPending,
    /** Answers whether it was saved. */
    save: async (version: number, settings: RuleSettings, said: string): Promise<boolean> => {
      try {
        // The question of a rule is checked by the server as it is.
        await save.mutateAsync({ body: { version, settings: settings as never } });
        done(said);
        await client.invalidateQueries();
        return true;
      } catch (error) {
        failed(error);
        return false;
      }
    },
  };
}
