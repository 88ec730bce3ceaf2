export { databaseExists, openDatabase, type Database } from './database/open-database.ts';
export { migrateDatabase } from './database/migrate.ts';
export { refreshSetViews } from './database/set-views.ts';
export { insertMany } from './database/insert-many.ts';
export { type DatabaseSchema } from './database/schema.ts';
export { type Definitions, type Store } from './records/store.ts';
export { type RecordGuard } from './records/guard.ts';
export { applyChange, type AppliedChange } from './records/apply-change.ts';
export { BulkChange } from './records/bulk-change.ts';
export { undoChange } from './records/undo-change.ts';
export { discardDraft, sweepDrafts } from './records/sweep-drafts.ts';
export { type SetEdit, type SubjectEdit } from './records/plan-edits.ts';
export { prepareNew, type WrittenSubject } from './records/seal-subjects.ts';
export { type ChangeAuthor } from './records/seal-change.ts';
export { type ItemPayload, type SubjectEvent } from './records/payload.ts';
export {
  type ProjectedSubject,
  type Projection,
  type RecordsTransaction,
  type StandingRow,
} from './records/projection.ts';
export {
  parseRows,
  readMany,
  readSubject,
  rowsOf,
  subjectExists,
  type StoredSet,
  type StoredSets,
} from './records/read-records.ts';
export { newFile, readFile, storeFiles, type NewFile } from './records/files.ts';
export {
  journalPosition,
  readChange,
  readChanges,
  readHistory,
  type ChangeHead,
  type SubjectChange,
} from './records/journal.ts';
export { anyUnitTouched, touchedSubjects, type JournalSpan, type TouchedSubject } from './records/touched.ts';
export { verifyJournal, type JournalCheck } from './records/verify-journal.ts';
export { loadCodeTables } from './codes/load-code-tables.ts';
export {
  defineFileRoute,
  definePublicRoute,
  defineRoute,
  defineUploadRoute,
  type FileOperation,
  type Route,
} from './http/route.ts';
export { type FileAnswer } from './http/send-file.ts';
export { type UploadedFile, type UploadLimits } from './http/uploaded-files.ts';
export { buildServer, type Server } from './http/build-server.ts';
export { type ServerOptions } from './http/server-options.ts';
export { type Authenticate } from './http/guard.ts';
export { dropUploads, keepUploads, uploadFolder } from './uploads/upload-files.ts';
export { closeOnSignal } from './http/close-on-signal.ts';
export { filePolicy } from './http/security-headers.ts';
export { errorPlace, type RequestLogEntry } from './http/request-log.ts';
export { apiPrefix } from './http/add-routes.ts';
export { runAhead } from './jobs/run-ahead.ts';
export { serveAhead } from './jobs/serve-ahead.ts';
export { runJob, type JobOptions } from './jobs/run-job.ts';
export { serveJob, type JobTools } from './jobs/serve-job.ts';
export { type JobProgress } from './jobs/job-messages.ts';
export { officeZone, printedTime, today } from './calendar/today.ts';
export { nameKeys, wordInitials } from './names/pinyin.ts';
export { type Task, type TaskActor, type TaskRunner } from './jobs/task.ts';
export { isLive, isPublished } from './records/is-live.ts';
export {
  dropSetting,
  keepSetting,
  readSetting,
  type OfficeSetting,
  type SettingKind,
} from './settings/office-setting.ts';
