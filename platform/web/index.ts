export { apiRoot, call, download, readAnswer, signInNeededEvent, unreachable, upload } from './api/call.ts';
export { createQueryClient, keyOf, useAction, useCall, type CallOptions } from './api/hooks.ts';
export { SessionProvider, useCan, useOfficeClock, useSession, type Session } from './session/session.tsx';
export { useNarrow, useWide } from './theme/media.ts';
export { useRemembered } from './theme/remembered.ts';
export { ThemeProvider, useRowHeight } from './theme/theme-provider.tsx';
export type { ModuleWeb, PageDefinition, Place } from './shell/places.ts';
export { Shell, type ShellProps } from './shell/shell.tsx';
export type { UserMenuEntry } from './shell/user-menu.tsx';
export { AsOf, type AsOfProps } from './parts/as-of.tsx';
export { ColumnDrawer, type ColumnGroup } from './parts/column-drawer.tsx';
export { DayInput, type DayInputProps } from './parts/day-input.tsx';
export { EmptyState } from './parts/empty-state.tsx';
export { ErrorView, messageOf } from './parts/error-view.tsx';
export { useConfirm, useNotes } from './parts/feedback.ts';
export { Loading } from './parts/loading.tsx';
export { useKeptScroll } from './parts/use-kept-scroll.ts';
export { ProgressPanel, type ProgressPanelProps } from './parts/progress-panel.tsx';
export { movedTo } from './table/moved-to.ts';
export { scrollToRow, useWindow } from './table/use-window.ts';
export { VirtualTable, type TableColumn, type VirtualTableProps } from './table/virtual-table.tsx';
export { forestOf, unitPath, type TreeUnit, type UnitForest } from './units/tree-rows.ts';
export { UnitPicker, type UnitPickerProps } from './units/unit-picker.tsx';
export { UnitTree, type UnitTreeProps } from './units/unit-tree.tsx';
export { RecordForm, type RecordFormProps } from './records/record-form.tsx';
export {
  RecordsProvider,
  useRegistry,
  useTablesOf,
  type LoadedTables,
  type RecordsSource,
} from './records/records-context.tsx';
export { ServerRecords } from './records/server-records.tsx';
export { useDrafts, type Drafts } from './records/sets/drafts.ts';
export { useLeaveGuard } from './records/sets/leave-guard.ts';
export { OpenSet, type SetsGiven } from './records/sets/open-set.tsx';
export type { SetFocus } from './records/sets/set-focus.ts';
export { SetsView } from './records/sets/sets-view.tsx';
export { useSaveSet, type SaveSet, type SetKeeper } from './records/sets/use-save-set.tsx';
export { readTypedDate } from './records/typed-date.ts';
