export { CheckBoard } from './check-board.ts';
export { checkPeopleTask } from './check-people.ts';
export { checkAll, type CheckLine } from './check-all.ts';
export { checksRoutes } from './routes.ts';
export { faultsOfPerson } from './show-faults.ts';
export { summarize } from './summarize.ts';
