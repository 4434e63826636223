import type { Pipeline, PipelineItem } from '../../lib/pipeline.ts';
import type { DataTable, Drawing } from '../shared/interactive-figure.ts';
import { findReach, selectVariant, type Disclosure } from './core.ts';
import { drawFlow } from './flow.ts';
import { drawMatrix } from './matrix.ts';
import { reachWords } from './sign.ts';

/** A pipeline whose background is marked, and how it is drawn. */
interface Setting {
  pipeline: Pipeline;
  variant: string | undefined;
  width: number;
}

/** The items that one party sees, as a flow; those that each party sees, as a matrix. */
export function drawDisclosure(
  disclosure: Disclosure,
  { pipeline, variant, width }: Setting,
): Drawing {
  const shown = selectVariant(pipeline, variant);
  const { variants, backgroundParties = [] } = pipeline;
  const hasBackground =
    backgroundParties.length > 0 || disclosure.rows.some(({ item }) => item.background);
  return {
    panels: [drawFlow(disclosure, shown, width), drawMatrix(disclosure, shown, width)],
    summary: [
      variants && variant ? `${variants.label}: ${variant}.` : '',
      describeDisclosure(disclosure),
      hasBackground ? 'An asterisk marks background.' : '',
    ]
      .filter(Boolean)
      .join(' '),
    table: listDisclosure(pipeline),
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
  ]
    .filter(Boolean)
    .join(' ');
}

/**
 * A row for each item of each variant, a column for each party; where any of that is known from, in the last. So the
 * table is whole without a script.
 */
function listDisclosure({ parties, stages, variants }: Pipeline): DataTable {
  const rows = stages.flatMap(({ title, items }) => items.map((item) => ({ title, item })));
  const hasBasis = rows.some(({ item }) => item.basis !== undefined);
  const nameVariant = ({ variant }: PipelineItem) => variant ?? 'any';
  return {
    names: variants ? 2 : 1,
    columns: [
      'Stage',
      ...(variants ? [variants.label] : []),
      'Item',
      ...parties,
      ...(hasBasis ? ['Known from'] : []),
    ],
    rows: rows.map(({ title, item }) => [
      title,
      ...(variants ? [nameVariant(item)] : []),
      item.name,
      ...parties.map((party) => reachWords[findReach(item, party)]),
      ...(hasBasis ? [item.basis ?? ''] : []),
    ]),
  };
}
