import { defaultQuestionRules } from './question-rules.ts';
import type { RuleSettings } from './settings.ts';

/** 应填项目: by default what the official form prints and statistics count by. */
const defaultRequired: RuleSettings['required'] = [
  ...[
    'name',
    'sexCode',
    'birthDate',
    'ethnicCode',
    'nativePlaceText',
    'birthPlaceText',
    'nationalId',
    'workStartDate',
    'politicalStatusCode',
    'health',
    'personCategoryCode',
    'managementCategoryCode',
    'staffingTypeCode',
    'currentPostFull',
    'resumeText',
  ].map((field) => ({ set: 'A01', field })),
  { set: 'A02', field: 'orgCode' },
  { set: 'A02', field: 'postTitle' },
  { set: 'A02', field: 'appointedOn' },
  { set: 'A08', field: 'educationCode' },
  { set: 'A08', field: 'school' },
  { set: 'A08', field: 'graduatedOn' },
  { set: 'A15', field: 'resultCode' },
  { set: 'A36', field: 'name' },
  { set: 'A57', field: 'data' },
];

export const defaultSettings: RuleSettings = {
  rules: {},
  questions: [...defaultQuestionRules],
  required: defaultRequired,
};
