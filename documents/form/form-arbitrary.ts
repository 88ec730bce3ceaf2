import fc from 'fast-check';
import type { ApprovalForm, FamilyRow, FormTexts } from '#documents/formats';
import { emptyForm } from '#documents/formats';

/** Characters that make line breaking hard: signs that cling, words, wide and rare characters. */
const characters = fc.constantFrom(
  ...Array.from('中共某区委组织部副长任一级主科员的，。、；：（）《》“”·—…－'),
  ...Array.from('ab XY019.-/()'),
  '𬀩',
  '㛃',
);

function text(longest: number): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 4, arbitrary: fc.string({ unit: characters, maxLength: longest }) },
  );
}

const lines = (longest: number): fc.Arbitrary<string> =>
  fc.array(text(longest), { maxLength: 6 }).map((all) => all.join('\n'));

const month = fc
  .tuple(fc.integer({ min: 1950, max: 2025 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}${String(number).padStart(2, '0')}`);

const dotted = month.map((digits) => `${digits.slice(0, 4)}.${digits.slice(4)}`);

const resume = fc
  .array(
    fc.oneof(
      fc.tuple(dotted, dotted, text(60)).map(([from, to, post]) => `${from}--${to}  任${post}`),
      fc.tuple(dotted, text(30)).map(([from, post]) => `${from}--         任${post}`),
      text(80).map((note) => `${' '.repeat(17)}（其间：${note}）`),
      fc.constant(''),
      text(40),
    ),
    { maxLength: 30 },
  )
  .map((all) => all.join('\n'));

const familyRow: fc.Arbitrary<FamilyRow> = fc.record({
  relation: text(18),
  name: text(18),
  birth: fc.oneof(month, fc.constant('1980'), fc.constant('不详')),
  politicalStatus: text(18),
  workUnitAndPost: text(124),
});

const oneLine: Partial<Record<keyof FormTexts, number>> = {
  name: 18,
  sex: 1,
  ethnicGroup: 18,
  nativePlace: 18,
  birthPlace: 18,
  health: 18,
  technicalTitle: 90,
  specialty: 110,
  ftEducation: 54,
  ftDegree: 54,
  ftEducationSchool: 90,
  ftDegreeSchool: 90,
  isEducation: 54,
  isDegree: 54,
  isEducationSchool: 90,
  isDegreeSchool: 90,
  currentPost: 324,
  proposedPost: 324,
  proposedRemoval: 324,
  filledBy: 18,
};

/** Forms whose values have the lengths that the editor accepts, with up to thirty relatives; for tests. */
export const anyForm: fc.Arbitrary<ApprovalForm> = fc
  .record({
    short: fc.record(
      Object.fromEntries(Object.entries(oneLine).map(([field, longest]) => [field, text(longest)])),
    ),
    dates: fc.record({ birth: month, workStart: month, ageReference: month, filledOn: month }),
    blocks: fc.record({
      rewardsPenalties: lines(120),
      assessments: lines(80),
      reason: lines(120),
      reportingOrg: lines(60),
      resume,
    }),
    family: fc.array(familyRow, { maxLength: 30 }),
  })
  .map(({ short, dates, blocks, family }) => ({ ...emptyForm(), ...short, ...dates, ...blocks, family }));
