import { useQueryClient } from '@tanstack/react-query';
import { CadreError } from '#platform/model';
import { keyOf, useAction, useNotes } from '#platform/web';
import { readCheckRules, saveCheckSettings } from '../model/contracts.ts';
import type { RuleSettings } from '../model/settings.ts';

/** Saves what the office sets; when somebody else was faster, says so and reads theirs. */
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
        if (error instanceof CadreError && error.code === 'setting-changed')
          await client.invalidateQueries({ queryKey: keyOf(readCheckRules) });
        return false;
      }
    },
  };
}
