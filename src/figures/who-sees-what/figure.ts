import type { Pipeline } from '../../lib/pipeline.ts';
import { panelWidths, type InteractiveFigure } from '../shared/interactive-figure.ts';
import { discloseTo, markBackground, markParty, selectVariant, type Disclosure } from './core.ts';
import { listParameters, parameters, type Choices } from './parameters.ts';
import { drawDisclosure } from './view.ts';

/** The pipeline of an entry: the items that reach a chosen party, and those that never do. */
export const whoSeesWhat: InteractiveFigure<Choices, Disclosure, Pipeline> = {
  lookAt: 'Follow the arrows: they lead from all that the chosen party is said to see.',
  mark: 'Drawn from the fields of this page',
  provenance:
    'Drawn from the fields of this page. An asterisk marks a party or an item that such systems have in general; this ' +
    'page does not state it. A dash is an open question. No system was examined.',
  parameters,
  listParameters,
  compute: ({ party = '', variant }, pipeline) =>
    discloseTo(markParty(party, pipeline), markBackground(selectVariant(pipeline, variant))),
  draw: (disclosure, { variant }, pipeline, width = panelWidths.wide) =>
    drawDisclosure(disclosure, { pipeline: markBackground(pipeline), variant, width }),
};
