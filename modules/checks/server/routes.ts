import { errors } from '#platform/model';
import { defineRoute, dropSetting, keepSetting, readSetting, type Route, type Store } from '#platform/server';
import { requirePerson, requireWholeOffice } from '#modules/cadres/server';
import type { QueryTables } from '#modules/query/server';
import {
  dismissCheck,
  listDismissed,
  listFaults,
  readCheckProgress,
  readCheckRules,
  readCompleteness,
  readPersonFaults,
  recallDismissed,
  recordRules,
  repairFault,
  repairRule,
  resetCheckSettings,
  saveCheckSettings,
  settingOf,
  summarizeChecks,
  type RuleSettings,
} from '#modules/checks';
import type { CheckBoard } from './check-board.ts';
import { completeness } from './completeness.ts';
import { dismissFault, recallDismissals } from './dismissals.ts';
import { dismissedFor } from './list-dismissed.ts';
import { listFaultsFor } from './list-faults.ts';
import { boardFor, requireSight } from './people-in-reach.ts';
import { requireAskable } from './question-rules.ts';
import { repairAll, repairOne } from './repair.ts';
import { faultsOfPerson } from './show-faults.ts';
import { byTopic, namedRules, questionTopic } from './shown-rules.ts';
import { checkSettings } from './stored-settings.ts';
import { summarize } from './summarize.ts';

/** The routes of 校核: rules, results, repairs, completeness. */
export function checksRoutes(store: Store, tables: QueryTables, board: CheckBoard): Route[] {
  return [
    defineRoute(readCheckRules, async () => {
      const { content, version, edited } = await readSetting(store.db, checkSettings);
      return { rules: [...shownRules(content)].toSorted(byTopic), settings: content, version, edited };
    }),
    defineRoute(saveCheckSettings, async ({ actor, body }) => {
      requireWholeOffice(actor);
      const unknown = Object.keys(body.settings.rules).find(
        (id) => !recordRules.some((rule) => rule.id === id),
      );
      if (unknown !== undefined) throw errors.invalid(`没有“${unknown}”这条校核规则。`);
      const settings = body.settings as RuleSettings;
      await requireAskable(store, tables, actor, settings.questions);
      return { version: await keepSetting(store.db, checkSettings, actor, settings, body.version) };
    }),
    defineRoute(resetCheckSettings, async ({ actor }) => {
      requireWholeOffice(actor);
      await dropSetting(store.db, checkSettings.id, actor);
      return {};
    }),
    defineRoute(readCheckProgress, async () => ({ progress: board.progress })),
    defineRoute(listDismissed, ({ actor }) => dismissedFor(store, tables, board, actor)),
    defineRoute(summarizeChecks, ({ actor, body }) => summarize(store, tables, board, actor, body.unit)),
    defineRoute(listFaults, ({ actor, body }) => listFaultsFor(store, tables, board, actor, body)),
    defineRoute(readPersonFaults, async ({ actor, params }) => {
      requireSight(actor);
      await requirePerson(store, actor, params.id);
      return { faults: await faultsOfPerson(store, tables, board, actor, params.id) };
    }),
    defineRoute(repairFault, async ({ actor, body }) => {
      requireSight(actor);
      return { change: await repairOne(store, board, actor, body) };
    }),
    defineRoute(repairRule, async ({ actor, body }) => {
      const reached = await boardFor(store, tables, board, actor, body.unit);
      const rule = namedRules(reached.state.basis.settings).get(body.rule);
      if (!rule) throw errors.notFound('这条校核规则');
      const done = await repairAll(store, actor, reached, rule.id, rule.label, body.fingerprint ?? null);
      return { ...done, lines: [...done.lines] };
    }),
    defineRoute(dismissCheck, async ({ actor, body }) => {
      requireSight(actor);
      await requirePerson(store, actor, body.person);
      await dismissFault(store, actor, body.person, body, body.reason);
      await board.decided(body.person);
      return {};
    }),
    defineRoute(recallDismissed, async ({ actor, params }) => {
      await requirePerson(store, actor, params.person);
      await recallDismissals(store, params.person, params.rule);
      await board.decided(params.person);
      return {};
    }),
    defineRoute(readCompleteness, ({ actor, body }) => completeness(store, tables, actor, body.unit)),
  ];
}

function* shownRules(settings: RuleSettings) {
  for (const rule of recordRules) {
    const { id, label, topic, source, parameter } = rule;
    const { enabled, level, effectiveFrom, parameter: value } = settingOf(rule, settings);
    const head = { id, label, topic, source, enabled, level, effectiveFrom, kind: 'record' as const };
    yield { ...head, ...(parameter ? { parameter: { ...parameter, value } } : {}) };
  }
  for (const { id, label, source, enabled, level, effectiveFrom } of settings.questions) {
    yield {
      id,
      label,
      topic: questionTopic,
      source,
      enabled,
      level,
      effectiveFrom,
      kind: 'question' as const,
    };
  }
}
