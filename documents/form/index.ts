export { formVariants, type FormVariant, type HorizontalAlign, type VerticalAlign } from './geometry.ts';
export {
  mmPerPoint,
  pointsPerMm,
  spaceBelowTable,
  titleCell,
  type PageGeometry,
  type VariantGeometry,
} from './geometry.ts';
export { formGeometry } from './variants.ts';
export type { FittedLine, FittedText } from './fit-text.ts';
export type {
  Box,
  CellParagraph,
  CellTarget,
  FormLayout,
  FormPage,
  LaidCell,
  OverflowNote,
  PlacedText,
  Rule,
  ValueBox,
} from './layout.ts';
export { breakable, breakLines } from './line-break.ts';
export { characterWidth, textWidth } from './text-width.ts';
export { layoutForm } from './layout-form.ts';
