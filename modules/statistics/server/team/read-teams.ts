import { errors, type Actor, type OperationOutput } from '#platform/model';
import { readSetting, type Store } from '#platform/server';
import { readUnitTree } from '#modules/organization/server';
import { readBandSets, questioner, type QueryTables } from '#modules/query/server';
import { ruleOn, type readTeams } from '#modules/statistics';
import { portrait, type TeamTools } from './portrait.ts';
import { teamRules } from './stored-rules.ts';

/** 班子画像 of one team or several, each by itself and all together. */
export async function readTeamsFor(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  body: { readonly units: readonly string[]; readonly asOf?: string | undefined },
): Promise<OperationOutput<typeof readTeams>> {
  const units = await readUnitTree(store);
  const chosen = [...new Set(body.units)];
  if (chosen.some((id) => !units.find(id))) throw errors.notFound('这个机构');
  const bandSets = await readBandSets(store);
  const { content: rules } = await readSetting(store.db, teamRules);
  const asker = await questioner(store, tables, actor, { question: {}, asOf: body.asOf });
  const rule = ruleOn(rules, asker.asOf);
  const tools: TeamTools = { store, tables, actor, units, bandSets, asker, limits: rule.value };
  const team = (ids: readonly string[], name: string) => {
    const where = { op: 'in' as const, field: 'teamUnit', values: [...ids], exact: true };
    return portrait(tools, { units: [...ids], name, where });
  };
  const teams = [];
  for (const id of chosen) teams.push(await team([id], units.nameOf(id)));
  return {
    asOf: asker.asOf,
    generatedAt: new Date().toISOString(),
    rule,
    teams,
    together: teams.length > 1 ? await team(chosen, `${chosen.length} 个班子合计`) : null,
  };
}
