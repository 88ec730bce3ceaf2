import type { FamilyRow, FormField } from './approval-form.ts';

/** Fields of an .lrm record; some programs append the ID number as one more. */
export const FIELDS = 33;

/** The places of the fields that are one value each. */
export const placesInLrm: readonly (readonly [field: FormField, place: number])[] = [
  ['name', 0],
  ['sex', 1],
  ['birth', 2],
  ['ethnicGroup', 3],
  ['nativePlace', 4],
  ['partyJoin', 5],
  ['health', 6],
  ['birthPlace', 7],
  ['workStart', 8],
  ['technicalTitle', 11],
  ['specialty', 16],
  ['resume', 17],
  ['rewardsPenalties', 18],
  ['assessments', 19],
  ['currentPost', 25],
  ['proposedPost', 26],
  ['proposedRemoval', 27],
  ['reason', 28],
  ['reportingOrg', 29],
  ['ageReference', 30],
  ['filledBy', 31],
  ['filledOn', 32],
  ['nationalId', 33],
];

/** Places 9 and 10: full-time#full-time@in-service#in-service. */
export const educationInLrm: readonly (readonly [place: number, fields: readonly FormField[]])[] = [
  [9, ['ftEducation', 'ftDegree', 'isEducation', 'isDegree']],
  [10, ['ftEducationSchool', 'ftDegreeSchool', 'isEducationSchool', 'isDegreeSchool']],
];

/** Places 20–24: lists joined by @, one slot a family member. */
export const familyInLrm: readonly (readonly [place: number, key: keyof FamilyRow])[] = [
  [20, 'relation'],
  [21, 'name'],
  [22, 'birth'],
  [23, 'politicalStatus'],
  [24, 'workUnitAndPost'],
];
