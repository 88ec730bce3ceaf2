import { checkNationalId, type NationalIdCheck } from '#documents/formats';
import {
  printDate,
  textOf,
  type CodeTables,
  type Finding,
  type PartialDate,
  type RecordRow,
} from '#platform/model';
import { personSet } from '../sets/a01-person.ts';
import { doubtOn } from './finding.ts';

/**
 * 公民身份号码 against itself and against birth and sex. The date of birth that the file (档案) establishes rules, so a
 * difference is shown and nothing is corrected; of one that is verified it is said as something to know, not to clear up.
 */
export function idDoubts(
  person: RecordRow,
  verifiedBirth: PartialDate | null,
  tables: CodeTables,
): Finding[] {
  const text = textOf(person, 'nationalId');
  const on = (code: string, message: string): Finding =>
    doubtOn(personSet, person, 'nationalId', code, message);
  if (text === '') return [];
  const check = checkNationalId(text);
  if (check.kind === 'invalid') {
    return [on('id-shape', `公民身份号码“${text}”不是 18 位号码，请核对后改正。`)];
  }
  const doubts: Finding[] = [];
  if (check.kind === '15') {
    doubts.push(on('id-15-digits', `公民身份号码“${text}”是 15 位旧号码，请换成 18 位号码。`));
  }
  if (!check.checksumOk) doubts.push(on('id-checksum', `公民身份号码“${text}”的校验码不对，请逐位核对。`));
  if (!check.regionOk) {
    doubts.push(
      on('id-region', `公民身份号码“${text}”的前两位“${text.slice(0, 2)}”不是省级行政区划代码，请核对。`),
    );
  }
  return [
    ...doubts,
    ...birthDoubts(person, verifiedBirth, check, on),
    ...sexDoubts(person, check, tables, on),
  ];
}

type On = (code: string, message: string) => Finding;

function birthDoubts(
  person: RecordRow,
  verified: PartialDate | null,
  check: NationalIdCheck,
  on: On,
): Finding[] {
  if (check.birth === null) {
    return [on('id-birth-impossible', `公民身份号码“${check.id}”中的出生日期不存在，请逐位核对。`)];
  }
  const birth = verified ?? textOf(person, 'birthDate');
  if (birth === '') return [];
  const month = `${check.birth.slice(0, 4)}-${check.birth.slice(4, 6)}`;
  // A year alone is compared as a year.
  const compared = month.slice(0, Math.min(birth.length, 7));
  if (birth.slice(0, 7) === compared) return [];
  if (verified !== null) {
    const dates = `公民身份号码中的出生年月是 ${printDate(month)}，出生日期已认定为 ${printDate(verified)}`;
    return [on('id-birth-verified', `${dates}，以认定为准，仅供知悉。`)];
  }
  return [
    on(
      'id-birth',
      `公民身份号码中的出生年月是 ${printDate(month)}，与登记的 ${printDate(birth)} 不一致，请核对干部档案，以档案认定为准。`,
    ),
  ];
}

function sexDoubts(person: RecordRow, check: NationalIdCheck, tables: CodeTables, on: On): Finding[] {
  const code = textOf(person, 'sexCode');
  const sex = tables.get('GB2261')?.labelOf(code)?.slice(0, 1) ?? '';
  if ((sex !== '男' && sex !== '女') || check.sex === null || sex === check.sex) return [];
  return [on('id-sex', `公民身份号码对应的性别是${check.sex}，与登记的${sex}不一致，请核对后改正。`)];
}
