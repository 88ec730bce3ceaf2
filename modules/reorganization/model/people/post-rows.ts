import { newId, textOf, type RecordRow } from '#platform/model';
import { rowOf, rowWith } from '../records.ts';

/** What a post says of itself in the new unit; how and why it was given belongs to the old row alone. */
const kept: readonly string[] = [
  'postTitle',
  'postShortTitle',
  'isTeamMember',
  'teamMemberTypeCode',
  'isLeadershipPost',
  'positionLevelCode',
  'postCategoryCode',
  'personalOrder',
  'teamOrder',
  'dutiesInCharge',
  'occupiesHeadcount',
  'isPrimary',
  'isPrinted',
  'positionLevelSince',
  'notCountedReason',
  'notCountedDocNo',
  'notCountedApprover',
  // A post that has ended since the reorganization has ended in the new unit.
  'tenureStatusCode',
  'removedOn',
  'removalDocNo',
  'removalReasonCode',
];

/** Where a post stands from the day of the reorganization on. */
export interface PostPlace {
  readonly unit: string;
  readonly orgName: string;
  readonly orgShortName: string;
  readonly slot: string | null;
  readonly title: string;
  /** The head of an internal office is nobody's leader in the unit that takes the people of the office. */
  readonly losesRole: boolean;
}

/** The post as it goes on elsewhere, with its old beginning. */
export function relocated(row: RecordRow, place: PostPlace): RecordRow {
  const { slotId: _slot, ...rest } = rowWith(row, placeValues(row, place));
  return { ...rest, id: row.id, ...(place.slot === null ? {} : { slotId: place.slot }) };
}

/** The same post in the new unit, held since the reorganization. */
export function reappointed(row: RecordRow, place: PostPlace, on: string, documentNo: string): RecordRow {
  return {
    ...rowOf(row, newId(), kept),
    ...placeValues(row, place),
    appointedOn: on,
    ...(documentNo ? { appointmentDocNo: documentNo } : {}),
    ...(place.slot === null ? {} : { slotId: place.slot }),
    ...(textOf(row, 'tenureStatusCode') === '' ? { tenureStatusCode: '1' } : {}),
  };
}

/** The post in the old unit, which ends with the reorganization. */
export function ended(row: RecordRow, on: string, documentNo: string): RecordRow {
  return rowWith(row, {
    removedOn: on,
    tenureStatusCode: '0',
    ...(documentNo ? { removalDocNo: documentNo } : {}),
  });
}

function placeValues(row: RecordRow, { unit, orgName, orgShortName, title, losesRole }: PostPlace) {
  return {
    orgCode: unit,
    orgName,
    orgShortName: orgShortName || null,
    // The short title belongs to the title that it shortens.
    ...(title === textOf(row, 'postTitle') ? {} : { postTitle: title, postShortTitle: null }),
    ...(losesRole ? { isTeamMember: '0', teamMemberTypeCode: null, teamOrder: null } : {}),
  };
}
