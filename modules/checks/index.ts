export * from './model/contracts.ts';
export {
  checkTopics,
  type CheckLevel,
  type CheckTopic,
  type CheckWorld,
  type CheckedUnit,
  type Fault,
  type Repair,
  type RuleHead,
} from './model/rule.ts';
export { checkedSets, faultsOf, recordRules, settingOf } from './model/record-rules.ts';
export { fieldOfPlace, placeOfField, placesOf } from './model/message-places.ts';
export { defaultSettings } from './model/default-settings.ts';
export { settingsInput, type QuestionRule, type RuleSettings } from './model/settings.ts';
