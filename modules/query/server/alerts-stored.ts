import { z } from 'zod';
import type { SettingKind } from '#platform/server';
import { defaultAlerts, saveAlerts, type Alert } from '#modules/query';

const stored = saveAlerts.body?.shape.alerts ?? z.never();

/** 首页提醒 as the office has edited them. */
export const homeAlerts: SettingKind<readonly Alert[]> = {
  id: 'home-alerts',
  delivered: defaultAlerts,
  parse: (content) => stored.parse(content) as Alert[],
};
