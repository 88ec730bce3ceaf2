/** Why a table file cannot be read. */
export type SheetRefusalCode =
  | 'sheet-not-a-table'
  | 'sheet-old-format'
  | 'sheet-encrypted'
  | 'sheet-damaged'
  | 'sheet-too-large';

/** A table file that is not read, with a Chinese sentence that says what to do. The file's name is the caller's to add. */
export class SheetRefusal extends Error {
  readonly code: SheetRefusalCode;

  constructor(code: SheetRefusalCode, message: string) {
    super(message);
    this.name = 'SheetRefusal';
    this.code = code;
  }
}

export const damaged = (what = '') =>
  new SheetRefusal(
    'sheet-damaged',
    `文件已损坏，无法读取${what && `（${what}）`}，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。`,
  );

export const tooLarge = (what: string) =>
  new SheetRefusal('sheet-too-large', `文件内容过大（${what}），请删去多余的内容，或拆成几个文件分别上传。`);
