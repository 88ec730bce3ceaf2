export { queryWeb } from './query-web.ts';
export { compareWeb } from './compare/compare-web.ts';
export { OfficeHome } from './home/office-home.tsx';
export { SearchEverything } from './search/search-everything.tsx';
export { fragmentOf } from './state/fragment.ts';
