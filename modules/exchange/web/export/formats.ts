import type { ExportFormat } from '../../model/contracts.ts';

/** What the page says about a format, in the words of those who use it. */
export interface FormatText {
  readonly format: ExportFormat;
  readonly label: string;
  readonly explanation: string;
  /** Is it the printed form, so that a paper size is asked for? */
  readonly printed: boolean;
  /** Can it hold units too? */
  readonly units: boolean;
}

export const formats: readonly FormatText[] = [
  {
    format: 'lrmx',
    label: '任免表（.lrmx）',
    explanation: '每人一个文件，照片在内；任免审批表编辑器和各级干部系统通用。',
    printed: false,
    units: false,
  },
  {
    format: 'lrm',
    label: '旧版任免表（.lrm 和 .pic）',
    explanation: '每人两个文件，照片单独成 .pic；只在对方仍用旧版编辑器时选用。',
    printed: false,
    units: false,
  },
  {
    format: 'docx',
    label: 'Word（.docx）',
    explanation: '每人一个文件，版式同任免审批表，可在 WPS 或 Word 中修改。',
    printed: true,
    units: false,
  },
  {
    format: 'pdf',
    label: 'PDF（合并为一个文件）',
    explanation: '所有人的任免审批表依次排在一个文件里，用于打印和传阅。',
    printed: true,
    units: false,
  },
  {
    format: 'jsonl',
    label: '全部信息集（JSONL）',
    explanation: '每人一行，含全部信息集和代码，供其他系统读取。',
    printed: false,
    units: true,
  },
  {
    format: 'csv',
    label: '一个信息集（CSV）',
    explanation: '一张表，每条记录一行，可用 WPS 或 Excel 打开。',
    printed: false,
    units: true,
  },
];

export const variants = [
  { value: 'A4', label: 'A4' },
  { value: 'B5', label: 'B5' },
  { value: 'archive', label: '档案' },
] as const;

export const formatLabel = (format: ExportFormat): string =>
  formats.find((each) => each.format === format)?.label ?? format;
