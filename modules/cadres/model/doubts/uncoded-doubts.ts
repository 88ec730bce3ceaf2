import {
  isUncoded,
  textOf,
  writtenOf,
  type FieldDefinition,
  type Finding,
  type RecordRow,
  type SetDefinition,
  type SubjectSets,
} from '#platform/model';
import { doubtOn } from './finding.ts';

/** Values of coded fields that no row of the code table means (未编码), and dates that could not be read, in all sets. */
export function uncodedDoubts(definitions: readonly SetDefinition[], sets: SubjectSets): Finding[] {
  return definitions.flatMap((set) =>
    (sets[set.code] ?? []).flatMap((row) =>
      row.asWritten === undefined ? [] : set.fields.flatMap((field) => doubtsOf(set, row, field)),
    ),
  );
}

function doubtsOf(set: SetDefinition, row: RecordRow, field: FieldDefinition): Finding[] {
  const what = `${set.label}“${field.label}”的内容“${writtenOf(row, field.key)}”`;
  if (isUncoded(field, row)) {
    return [doubtOn(set, row, field, 'uncoded', `${what}没有对应的代码，已按原文保留，请从代码表中选择。`)];
  }
  if (field.type === 'date' && textOf(row, field.key) === '' && writtenOf(row, field.key) !== '') {
    return [
      doubtOn(
        set,
        row,
        field,
        'date-unreadable',
        `${what}不是可识别的日期，已按原文保留，请核对后改为年月（如 1972.07）。`,
      ),
    ];
  }
  return [];
}
