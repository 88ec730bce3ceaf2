export {
  createPdfRenderer,
  defaultFontFolders,
  type PdfBook,
  type PdfOptions,
  type PdfRenderer,
} from './pdf-renderer.ts';
export type { RenderNote } from './render-note.ts';
export { renderFormDocx, type RenderedDocx } from './form-docx.ts';
