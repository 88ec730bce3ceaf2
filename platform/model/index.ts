export {
  type FieldDefinition,
  type FieldType,
  type SetDefinition,
  type SetTime,
  type SubjectKind,
} from './registry/definition.ts';
export {
  textOf,
  valueOf,
  withValue,
  writtenOf,
  type FieldValue,
  type RecordRow,
  type RowOrigin,
  type SubjectSets,
} from './registry/row.ts';
export { maskSets } from './registry/mask-sets.ts';
export { createRegistry, isSensitive, type Registry } from './registry/registry.ts';
export { isRowWithdrawn, withdrawalSet, withoutWithdrawal } from './registry/withdrawal.ts';
export { storable, validateRows, type Finding } from './registry/validate.ts';
export { rowSchema, subjectSchema, type JsonSchema } from './registry/json-schema.ts';
export { displayValue, isUncoded, rowTitle, sortedRows, type UnitNames } from './registry/display.ts';
export { columnsOf, columnText, findColumn, type Column } from './registry/columns.ts';
export { importMapping } from './registry/import-mapping.ts';
export { readCodeTable, readRecordSchema, readRegistry } from './registry/registry-contracts.ts';
export { formFields, type Control, type FormField } from './registry/form-fields.ts';
export { diffRows, isSame, type FieldDifference, type SetDifference } from './registry/diff.ts';
export { createCodeTable, type CodeItem, type CodeTable, type CodeTableData } from './codes/code-table.ts';
export { createCodeTables, lazyCodeTables, type CodeTables } from './codes/code-tables.ts';
export {
  compareDates,
  completedYears,
  datePartsOf,
  isLessExact,
  isPartialDate,
  monthNumber,
  partialDate,
  precisionOf,
  printDate,
  type DateParts,
  type PartialDate,
} from './calendar/partial-date.ts';
export { clockIn, type Clock } from './calendar/clock.ts';
export { isId, newId } from './ids.ts';
export { CadreError, errors, type ErrorDetails } from './errors.ts';
export { requireRights, rightsOf } from './rights.ts';
export { can, permissions, type Actor, type DataScope, type Permission } from './permissions.ts';
export { operation, type Operation, type OperationInput, type OperationOutput } from './contract.ts';
export {
  findingSchema,
  historyEntrySchema,
  historyLineSchema,
  recordRowSchema,
  storedSetSchema,
  type HistoryEntry,
  type StoredSetData,
} from './records/contracts.ts';
export { describeDifference, type HistoryLine } from './registry/describe.ts';
export {
  conditionSchema,
  conditionTree,
  questionSchema,
  questionTree,
  storedQuestionSchema,
  type StoredQuestion,
} from './questions/question-schema.ts';
export { parseQuestion } from './questions/parse-question.ts';
export { bandSchema, bandSetSchema, headSchema, type BandSet, type Head } from './questions/bands.ts';
export { defaultBandSets } from './questions/default-band-sets.ts';
export {
  catalogueFieldSchema,
  catalogueSetSchema,
  codeListSchema,
  createFieldCatalogue,
  fieldKind,
  type CatalogueCodes,
  type CatalogueField,
  type CatalogueSet,
  type FieldCatalogue,
  type SetWords,
} from './questions/field-catalogue.ts';
export { catalogueListsOf, type CatalogueLists } from './questions/catalogue-of.ts';
export { nodeSentence, sentenceOf } from './questions/sentence/sentence.ts';
export { initialsOf } from './registry/label-initials.ts';
export { datasetSchemaOf } from './dataset/dataset-schema.ts';
export { filesList, isFileField, sourceRows } from './dataset/file-fields.ts';
