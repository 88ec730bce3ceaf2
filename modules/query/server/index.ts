export { questioner, type Asked, type Questioner } from './asking.ts';
export { readBandSets } from './band-sets.ts';
export { catalogueFor } from './catalogue.ts';
export { groupKeyOf, type GroupKeySpec } from './group-keys.ts';
export { groupWhere } from './group-where.ts';
export { createQueryTables, type QueryTables } from './query-tables.ts';
export { queryRoutes } from './routes.ts';
export { runQueryFor, runQueryIdsFor } from './run-query.ts';
export { runStatisticsFor } from './run-statistics.ts';
