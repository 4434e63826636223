import type { Pipeline } from '../../lib/pipeline.ts';
import type { InteractiveFigure } from '../shared/interactive-figure.ts';
import { discloseTo, markBackground, type Disclosure } from './core.ts';
import { listParties, parameters } from './parameters.ts';
import { drawDisclosure } from './view.ts';

/** The pipeline of an entry: the items that reach a chosen party, and those that never do. */
export const whoSeesWhat: InteractiveFigure<typeof parameters, Disclosure, Pipeline> = {
  title: 'Who sees what',
  provenance:
    'Drawn from the fields of this page; what bears an asterisk is background, true of such systems in ' +
    'general and not said of this one. What is not said is left open; no system was examined.',
  parameters,
  listParameters: listParties,
  compute: ({ party }, pipeline) => discloseTo(party, markBackground(pipeline)),
  draw: (disclosure, _values, pipeline) => drawDisclosure(disclosure, markBackground(pipeline)),
};
