export { createPdfRenderer, type PdfBook, type PdfOptions, type PdfRenderer } from './pdf-renderer.ts';
export { defaultFontFolders } from './pdf/font-files.ts';
export type { RenderNote } from './render-note.ts';
export { renderFormDocx, type RenderedDocx } from './form-docx.ts';
export { RenderProblem, type RenderProblemCode } from './render-problem.ts';
export type {
  CellStyle,
  CellValue,
  NumberFormat,
  PageSetup,
  PrintedTable,
  TableCell,
  TableColumn,
  TableNote,
  TableRow,
  TextRun,
  TitleLine,
} from './table/printed-table.ts';
export type { Sheet } from './xlsx/sheet.ts';
export { writeWorkbook, type Workbook, type WorkbookStream } from './xlsx/workbook.ts';
export { writeTablePdf, type TablePdf, type TablePdfSource } from './pdf/tables/table-pdf.ts';
export { writeTableDocument, type TableDocument } from './docx/table-document.ts';
export type { TemplateData, TemplateItem, TemplateValue } from './template/template-data.ts';
export { fillWorkbookTemplate } from './xlsx-template/fill-workbook-template.ts';
export { fillDocumentTemplate } from './docx-template/fill-document-template.ts';
export { writeDataWorkbook, type DataColumn, type DataSheet } from './xlsx-data/data-workbook.ts';
export { markWorkbook } from './xlsx-marked/mark-workbook.ts';
export type { CellMark, SheetMarks } from './xlsx-marked/sheet-marks.ts';
