export { personProjection } from './person-projection.ts';
export { type PeopleFilter } from './list-people.ts';
export { peopleIds } from './people-ids.ts';
export { requirePerson } from './scope.ts';
export { withPeople } from './tables.ts';
export { cadreRoutes } from './routes.ts';
export { acceptBatch } from './accept-suggestions.ts';
