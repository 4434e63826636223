import type { FigureTag } from '../shared/tag.ts';
import { plotKinds } from './data.ts';
import { plotFile } from './file.ts';
import { parameters } from './parameters.ts';

export const tag: FigureTag = {
  title: 'Plot',
  description: 'Lines, points, bars or intervals, from any table of an author',
  attributes: {
    title: { description: 'The title of the figure, printed as it is written', isRequired: true },
    kind: { description: 'How the values are drawn', isRequired: true, options: plotKinds },
    x: {
      description: 'The column of the horizontal axis, or of the names of bars',
      isRequired: true,
    },
    y: {
      description: 'The column of the values, or several with commas between them: a series each',
      isRequired: true,
    },
    series: { description: 'The column that says which series a row belongs to' },
    panels: { description: 'The column that divides the rows among small panels' },
    low: { description: 'The column with the lower ends of intervals around y' },
    high: { description: 'The column with their upper ends' },
    xLabel: {
      description: 'The name of the horizontal axis, with its unit; by default its column',
    },
    yLabel: {
      description: 'The name of the axis of the values, with its unit; by default its column',
    },
  },
  parameters,
  data: plotFile,
};
