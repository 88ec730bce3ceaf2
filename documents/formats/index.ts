export { ageAt } from './age.ts';
export {
  emptyForm,
  type ApprovalForm,
  type FamilyRow,
  type FormField,
  type FormTexts,
} from './approval-form.ts';
export { canonicalForm } from './canonical.ts';
export { printDateText, readDateText, toHalfWidth, type DateText } from './date-text.ts';
export type { FormRead, FormReading } from './form-reading.ts';
export { writeLrm, type LostCharacter } from './lrm-write.ts';
export { writeLrmx } from './lrmx-write.ts';
export { checkNationalId, type NationalIdCheck } from './national-id.ts';
export { nationalIdKey, nationalIdSpellings } from './national-id-key.ts';
export type { FormNote, FormPlace, FormProblem } from './notes.ts';
export { printPartyJoin, readPartyJoin, type PartyJoin } from './party-join.ts';
export { pictureKind, type PictureKind } from './picture.ts';
export { trimPicture } from './picture-trim.ts';
export { readForm } from './read-form.ts';
export { formatResume } from './resume-format.ts';
export { parseResume, type ResumeSegment } from './resume-parse.ts';
export { openTableFile } from './sheet/open-table-file.ts';
export { planWorkbook, type WorkbookPlan } from './sheet/open-workbook.ts';
export { serialDate } from './sheet/number-format.ts';
export { SheetRefusal, type SheetRefusalCode } from './sheet/sheet-refusal.ts';
export type {
  MergedCells,
  SheetCell,
  SheetInfo,
  SheetRow,
  SheetRows,
  TableFile,
} from './sheet/table-file.ts';
export { readZipDirectory, type ZipPart } from './sheet/zip-directory.ts';
export { unpackPart, unpackPieces } from './sheet/unpack.ts';
export { attributeOf, localName, XmlScanner, type XmlHandler } from './sheet/xml-scanner.ts';
export { readJpegGrey, type GreyPicture } from './jpeg/read-grey.ts';
export { pictureTakenOn } from './jpeg/taken-on.ts';
