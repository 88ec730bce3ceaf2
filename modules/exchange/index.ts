export * from './model/contracts.ts';
export { mergeForm, type MergeInput } from './model/merge/merge-form.ts';
export {
  identityOfForm,
  identityOfRecord,
  matchPerson,
  type Identity,
  type Match,
} from './model/matching.ts';
export { nationalIdKey, nationalIdSpellings } from '#documents/formats';
