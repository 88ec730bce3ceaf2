import { z } from 'zod';
import type { SettingKind } from '#platform/server';
import { defaultTeamRules, teamRule, type TeamRule } from '#modules/statistics';

/** 班子结构提示的界限 as the office has edited them. */
export const teamRules: SettingKind<readonly TeamRule[]> = {
  id: 'team-rules',
  delivered: defaultTeamRules,
  parse: (content) => z.array(teamRule).parse(content),
};
