export { personProjection } from './person-projection.ts';
export { chosenPeople } from './people-ids.ts';
export { requirePerson, unitsInScope } from './scope.ts';
export { withPeople } from './tables.ts';
export { cadreRoutes } from './routes.ts';
export { acceptBatch } from './accept-suggestions.ts';
export { undoTask } from './changes.ts';
export { unitIndexOf } from './unit-index-of.ts';
export { verifiedGuard } from './verified-guard.ts';
