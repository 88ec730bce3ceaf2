import { defineRoute, type Route, type Store } from '#platform/server';
import { forgetUnitMatch, listUnitMatches, matchUnits, saveUnitMatch } from '#modules/organization';
import { isInReach } from '../reach.ts';
import { readUnitTree } from '../unit-tree.ts';
import { forgetMatch, listMatches, rememberMatch } from './remembered-matches.ts';
import { presentedMatch } from './presented-match.ts';
import { unitMatcher } from './unit-matcher.ts';

/** The routes about names of units in files. */
export function matchRoutes(store: Store): Route[] {
  return [
    defineRoute(matchUnits, async ({ actor, body }) => {
      const [match, tree] = [await unitMatcher(store), await readUnitTree(store)];
      return {
        units: body.units.map((asked) =>
          presentedMatch(match(asked), tree, (id) => isInReach(tree, actor, id)),
        ),
      };
    }),
    defineRoute(listUnitMatches, async () => ({ matches: await listMatches(store) })),
    defineRoute(saveUnitMatch, async ({ actor, body }) => {
      await rememberMatch(store, actor, body);
      return {};
    }),
    defineRoute(forgetUnitMatch, async ({ params }) => {
      await forgetMatch(store, params.id);
      return {};
    }),
  ];
}
