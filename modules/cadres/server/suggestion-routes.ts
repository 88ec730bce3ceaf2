import { defineRoute, readSubject, rowsOf, type Route, type Store, type TaskRunner } from '#platform/server';
import {
  acceptSuggestionBatch,
  acceptSuggestions,
  previewSuggestionBatch,
  readSuggestions,
} from '#modules/cadres';
import { acceptFor, type AcceptBatchInput, type AcceptBatchResult } from './accept-suggestions.ts';
import { chosenPeople } from './people-ids.ts';
import { requirePerson } from './scope.ts';
import {
  presented,
  suggestionReader,
  suggestionsFor,
  suggestionsOfMany,
  suggestionSets,
} from './suggestions.ts';

const pageSize = 20;

/** The routes about posts and education that were read from the résumé. */
export function suggestionRoutes(store: Store, runTask: TaskRunner): Route[] {
  return [
    defineRoute(readSuggestions, async ({ actor, params }) => {
      await requirePerson(store, actor, params.id);
      const reader = await suggestionReader(store);
      const sets = rowsOf(await readSubject(store.db, params.id, suggestionSets));
      return {
        suggestions: suggestionsFor(store, reader, sets).map((suggestion) =>
          presented(store, reader, suggestion),
        ),
      };
    }),
    defineRoute(acceptSuggestions, async ({ actor, params, body }) => {
      const person = await requirePerson(store, actor, params.id);
      return { accepted: await acceptFor(store, actor, { id: params.id, name: person.name }, body.keys) };
    }),
    defineRoute(previewSuggestionBatch, async ({ actor, body }) => {
      const ids = await chosenPeople(store, actor, body);
      const reader = await suggestionReader(store);
      const start = (body.page - 1) * pageSize;
      const sample: { id: string; name: string; suggestions: ReturnType<typeof presented>[] }[] = [];
      let people = 0;
      let suggestions = 0;
      let unclear = 0;
      for await (const person of suggestionsOfMany(store, reader, ids)) {
        const clear = person.suggestions.filter((suggestion) => suggestion.unclear.length === 0);
        const wanted = body.includeUnclear ? person.suggestions : clear;
        suggestions += person.suggestions.length;
        unclear += person.suggestions.length - clear.length;
        if (wanted.length === 0) continue;
        if (people >= start && sample.length < pageSize) {
          const shown = wanted.map((suggestion) => presented(store, reader, suggestion));
          sample.push({ id: person.id, name: person.name, suggestions: shown });
        }
        people += 1;
      }
      return { people, suggestions, unclear, sample };
    }),
    defineRoute(acceptSuggestionBatch, async ({ actor, body }) => {
      const input: AcceptBatchInput = {
        actor: { id: actor.id, name: actor.name, scope: actor.scope },
        ids: await chosenPeople(store, actor, body),
        includeUnclear: body.includeUnclear,
      };
      return runTask<AcceptBatchResult>('accept-suggestions', input, {});
    }),
  ];
}
