export { queryWebWith } from './query-web.tsx';
export type { PeopleAction, PeopleFound } from './people-action.ts';
export { compareWeb } from './compare/compare-web.ts';
export { OfficeHome } from './home/office-home.tsx';
export { SearchEverything } from './search/search-everything.tsx';
export { fragmentOf } from './state/fragment.ts';
export { QuestionEditor } from './builder/question-editor-part.tsx';
export type { QuestionEditorProps } from './builder/question-editor.tsx';
export { useQueryFields } from './catalogue/use-page-catalogue.ts';
