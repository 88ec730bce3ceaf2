export * from './model/contracts.ts';
export { mergeForm, type MergeInput } from './model/merge/merge-form.ts';
export {
  identityOfForm,
  identityOfRecord,
  matchPerson,
  nationalIdKey,
  nationalIdSpellings,
  type Identity,
  type Match,
} from './model/matching.ts';
