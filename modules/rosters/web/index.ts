export { rostersWeb } from './rosters-web.ts';
export { RosterFromQuestion } from './export/roster-from-question.tsx';
