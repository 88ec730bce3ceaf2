import type { SetDefinition } from '#platform/model';

/**
 * 来源表: the form file that a person was last read from, and what it carried that has no place in the other sets, so
 * that it can be written back. Sensitive as a whole, because the file holds everything.
 */
export const sourceFormSet: SetDefinition = {
  code: 'SF01',
  key: 'sourceForm',
  label: '来源表',
  subject: 'person',
  repeating: false,
  sensitive: true,
  internal: true,
  title: ['fileName'],
  fields: [
    { key: 'fileName', code: 'SF0101', label: '文件名', type: 'text' },
    /** lrmx or lrm, by content and not by extension. */
    { key: 'format', code: 'SF0102', label: '格式', type: 'text' },
    { key: 'fileHash', code: 'SF0103', label: '原文件', type: 'file' },
    /** 1: read without repair or normalization, so the same bytes may be written again. */
    { key: 'readClean', code: 'SF0104', label: '是否原样读入', type: 'code', codeTable: 'XZ09' },
    /** Of the values as read, to see whether anybody changed them since. */
    { key: 'valuesHash', code: 'SF0105', label: '内容校验值', type: 'text' },
    { key: 'importedOn', code: 'SF0106', label: '导入日期', type: 'date' },
    /** The version of the editor that wrote the file. */
    { key: 'version', code: 'SF0107', label: '版本', type: 'text' },
    { key: 'unknownElements', code: 'SF0108', label: '未识别的元素', type: 'paragraph' },
    /** What stood in place of a photo and is no picture. */
    { key: 'photoText', code: 'SF0109', label: '照片栏原文', type: 'paragraph' },
    { key: 'notes', code: 'SF0110', label: '读入说明', type: 'paragraph' },
    { key: 'retirementMonth', code: 'SF0111', label: '到龄年月', type: 'date' },
    { key: 'ageLimitText', code: 'SF0112', label: '改革前任职年龄界限', type: 'text' },
  ],
};
