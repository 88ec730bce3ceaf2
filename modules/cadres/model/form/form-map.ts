import type { FormField } from '#documents/formats';

/**
 * How a value goes between the form and the records: `text` as it is; `month` and `date` as digits, with the month or
 * with the precision given; `label` as the label of a code.
 */
export type MappingKind = 'text' | 'month' | 'date' | 'label';

/** Where a field of the 任免审批表 stands in the records. */
export interface FormMapping {
  readonly form: FormField;
  readonly set: 'A01' | 'A53' | 'SF01';
  readonly key: string;
  readonly kind: MappingKind;
}

const of = (
  set: FormMapping['set'],
  kind: MappingKind,
  pairs: Partial<Record<FormField, string>>,
): FormMapping[] => Object.entries(pairs).map(([form, key]) => ({ form: form as FormField, set, key, kind }));

/** Every single-value field of the form, once. */
export const formMap: readonly FormMapping[] = [
  ...of('A01', 'text', {
    name: 'name',
    nativePlace: 'nativePlaceText',
    birthPlace: 'birthPlaceText',
    partyJoin: 'partyJoinText',
    health: 'health',
    technicalTitle: 'technicalTitleText',
    specialty: 'specialty',
    ftEducation: 'fullTimeEducation',
    ftDegree: 'fullTimeDegree',
    ftEducationSchool: 'fullTimeEducationSchool',
    ftDegreeSchool: 'fullTimeDegreeSchool',
    isEducation: 'inServiceEducation',
    isDegree: 'inServiceDegree',
    isEducationSchool: 'inServiceEducationSchool',
    isDegreeSchool: 'inServiceDegreeSchool',
    currentPost: 'currentPostFull',
    resume: 'resumeText',
    rewardsPenalties: 'rewardPenaltySummary',
    assessments: 'assessmentSummary',
    nationalId: 'nationalId',
  }),
  ...of('A01', 'label', { sex: 'sexCode', ethnicGroup: 'ethnicCode' }),
  ...of('A01', 'month', { birth: 'birthDate', workStart: 'workStartDate' }),
  ...of('A53', 'text', {
    proposedPost: 'proposedPost',
    proposedRemoval: 'proposedRemoval',
    reason: 'reason',
    reportingOrg: 'reportingOrg',
    filledBy: 'filledBy',
  }),
  ...of('A53', 'date', { ageReference: 'ageReferenceDate', filledOn: 'filledOn' }),
  ...of('SF01', 'date', { retirementMonth: 'retirementMonth' }),
  ...of('SF01', 'text', { ageLimitText: 'ageLimitText' }),
];
