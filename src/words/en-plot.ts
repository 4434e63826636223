import type { Plural } from './format.ts';

/** The words of plots in English, which their script has; the page of a text in another language has its own as data. */
export const plot = {
  kinds: {
    line: 'A line chart',
    scatter: 'A scatter plot',
    bar: 'A bar chart',
    interval: 'Estimates with intervals',
  },
  /** The alternative text of a picture, part by part. */
  withIntervals: '{kind} with intervals',
  logarithmic: '{axis} on a logarithmic axis',
  title: '{y} by {x}',
  description: '{kind}: {title}',
  panel: '{text}, {label}: {panel}',
  sentence: '{text}.',
  withSeries: '{text} The series are {names}.',
  /** The sentence with the numbers of a plot, part by part. */
  summary: '{amount}: {extent}.',
  values: { one: '{count} value', other: '{count} values' } as Plural,
  inSeries: '{values} in {number} series',
  inPanels: 'in {number} panels',
  range: '{label} from {low} to {high}',
  intervals: 'with intervals from {low} to {high}',
  names: { one: 'for {count} name', other: 'for {count} names' } as Plural,
  missing: {
    one: '{text}; {count} value is missing',
    other: '{text}; {count} values are missing',
  } as Plural,
  /** Between the parts of a sentence. */
  comma: ', ',
  axis: 'Axis: {label}',
  linear: 'Linear',
  onLogarithmic: 'Logarithmic',
  order: 'Order of the names',
  byFile: 'As in the file',
  byValue: 'By value',
  mark: 'From {file}',
  provenance: 'Drawn from {file}, the table that the author of this page put beside it.',
};

export type PlotTexts = typeof plot;
