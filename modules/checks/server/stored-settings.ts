import { defaultSettings, settingsInput, type RuleSettings } from '#modules/checks';
import type { SettingKind } from '#platform/server';

/** 校核规则 as the office has set them. */
export const checkSettings: SettingKind<RuleSettings> = {
  id: 'checks',
  delivered: defaultSettings,
  parse: (stored) => settingsInput.parse(stored) as RuleSettings,
};
