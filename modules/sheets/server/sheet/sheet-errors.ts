import { CadreError } from '#platform/model';

/** Somebody was quicker: what would be written is not what the operator saw. */
export function previewOutdated(): CadreError {
  return new CadreError(
    'preview-outdated',
    409,
    '预览之后，其中有干部的信息或者所填单位、代码已有变动，本次没有写入任何内容。请重新生成预览后再确认。',
  );
}

export function tooManyRows(limit: number): CadreError {
  return new CadreError(
    'sheet-too-long',
    422,
    `一张表超过 ${limit.toLocaleString('zh-CN')} 行，请拆成几个文件分别导入。`,
  );
}

/** Everything that the sheet says is in the records already, or nothing of it can be taken. */
export function nothingToWrite(): CadreError {
  return new CadreError('nothing-changed', 409, '没有需要写入的内容。');
}

/** The operator has not said that the rows that are right are to be written alone. */
export function sheetHasErrors(rows: number): CadreError {
  return new CadreError(
    'sheet-has-errors',
    409,
    `表中有 ${rows} 行不能写入，本次没有写入任何内容。请改正后重新上传，或选择只写入无误的行。`,
  );
}
