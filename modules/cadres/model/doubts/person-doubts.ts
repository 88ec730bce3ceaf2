import { textOf, type CodeTables, type Finding, type SubjectSets } from '#platform/model';
import { cadreSets } from '../sets/all.ts';
import { familyMemberSet } from '../sets/a36-family-member.ts';
import { photoSet } from '../sets/a57-photo.ts';
import { dateDoubts } from './date-doubts.ts';
import { doubtOn } from './finding.ts';
import { settledDates } from '../verified/verified-facts.ts';
import { idDoubts } from './id-doubts.ts';
import { resumeDoubts } from './resume-doubts.ts';
import { uncodedDoubts } from './uncoded-doubts.ts';

/** The rows of 家庭主要成员及重要社会关系 on the printed form. */
const PRINTED_FAMILY_ROWS = 7;

/**
 * 疑点: what somebody should look at in one person's records. All of them are warnings with a stable code, kept and shown
 * and never a reason to refuse; people decide, by the personnel file.
 */
export function personDoubts(sets: SubjectSets, tables: CodeTables): Finding[] {
  const [person] = sets['A01'] ?? [];
  const verifiedBirth = settledDates(sets).find(({ field }) => field === 'birthDate')?.value ?? null;
  return [
    ...(person ? [...idDoubts(person, verifiedBirth, tables), ...dateDoubts(person)] : []),
    ...resumeDoubts(person, sets['A17'] ?? []),
    ...photoDoubts(sets),
    ...familyDoubts(sets),
    ...uncodedDoubts(cadreSets, sets),
  ];
}

function photoDoubts(sets: SubjectSets): Finding[] {
  const [photo] = sets['A57'] ?? [];
  if (textOf(photo, 'data') !== '') return [];
  return [doubtOn(photoSet, photo, 'data', 'photo-missing', '没有照片，请上传近期免冠照片。')];
}

function familyDoubts(sets: SubjectSets): Finding[] {
  const rows = sets['A36'] ?? [];
  if (rows.length <= PRINTED_FAMILY_ROWS) return [];
  const message = `家庭成员及社会关系有 ${rows.length} 人，任免审批表只有 ${PRINTED_FAMILY_ROWS} 行，其余将印在续页上，请确认需要填报的人员。`;
  return [doubtOn(familyMemberSet, rows[PRINTED_FAMILY_ROWS], '', 'family-over-seven', message)];
}
