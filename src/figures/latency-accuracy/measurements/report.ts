import { intervalColumns, requiredColumns } from './row.ts';

/** The first line of a table with all columns. */
export const example = [...requiredColumns, ...intervalColumns].join(',');
