import type { StandardTable } from '../standard-table.ts';
import { crossTables } from './cross-tables.ts';
import { forceTables } from './force-tables.ts';
import { teamTables } from './team-tables.ts';

/** 标准统计表, in the order of the page. */
export const standardTables: readonly StandardTable[] = [...forceTables, ...teamTables, ...crossTables];
