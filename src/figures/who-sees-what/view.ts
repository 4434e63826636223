import type { Pipeline } from '../../lib/pipeline.ts';
import type { DataTable, Drawing } from '../shared/interactive-figure.ts';
import type { Disclosure } from './core.ts';
import { drawFlow } from './flow.ts';
import { drawMatrix } from './matrix.ts';
import { reachWords } from './sign.ts';

/** The items that one party sees, as a flow; those that each party sees, as a matrix. */
export function drawDisclosure(disclosure: Disclosure, pipeline: Pipeline): Drawing {
  return {
    panels: [drawFlow(disclosure, pipeline), drawMatrix(disclosure, pipeline)],
    summary: describeDisclosure(disclosure),
    table: listDisclosure(disclosure, pipeline),
  };
}

/** The names of items that reach the party and of those that never do; the number of the others. */
function describeDisclosure({ party, rows, items }: Disclosure): string {
  const { seen, hidden, unsaid } = items;
  const count = `${seen.length} of ${rows.length}`;
  return [
    seen.length === 0
      ? `${party} sees none of ${rows.length}.`
      : `${party} sees ${count}: ${seen.join('; ')}.`,
    hidden.length === 0 ? '' : `What never reaches it: ${hidden.join('; ')}.`,
    unsaid.length === 0
      ? ''
      : `Of ${unsaid.length} ${unsaid.length === 1 ? 'other' : 'others'} nothing is said.`,
    rows.some(({ item }) => item.background) ? 'An asterisk marks background.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** A row for each item, a column for each party; where any of that is known from, in the last. */
function listDisclosure({ rows }: Disclosure, { parties, stages }: Pipeline): DataTable {
  const hasBasis = rows.some(({ item }) => item.basis !== undefined);
  return {
    names: 1,
    columns: ['Stage', 'Item', ...parties, ...(hasBasis ? ['Known from'] : [])],
    rows: rows.map(({ stage, item, reaches }) => [
      stages[stage]?.title ?? '',
      item.name,
      ...reaches.map((reach) => reachWords[reach]),
      ...(hasBasis ? [item.basis ?? ''] : []),
    ]),
  };
}
