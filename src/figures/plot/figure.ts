import { panelWidths, type InteractiveFigure, type Panel } from '../shared/interactive-figure.ts';
import { drawBars } from './bars.ts';
import { measurePlot, type PlotResult } from './core.ts';
import type { PlotData } from './data.ts';
import { listParameters, parameters } from './parameters.ts';
import { describePanel, summarizePlot, tabulatePlot } from './text.ts';
import { drawField } from './view.ts';
import { speak } from './words.ts';

/** A table of an author, drawn as the tag says. */
export const plot: InteractiveFigure<typeof parameters, PlotResult, PlotData> = {
  lookAt: '',
  mark: 'Data of the author',
  provenance: 'Drawn from the table that the author of this page put beside it.',
  describeSource: ({ file, words: own }) => {
    const { words, format } = speak(own);
    return {
      lookAt: '',
      mark: format(words.mark, { file }),
      provenance: format(words.provenance, { file }),
    };
  },
  parameters,
  listParameters,
  compute: ({ order }, data) => measurePlot(data, order),
  draw: (result, { xScale, yScale }, data, width = panelWidths.wide) => {
    // A scale that cannot be logarithmic is linear.
    const scales = {
      isXLogarithmic: data.logarithmic.includes('x') && xScale === 'logarithmic',
      isYLogarithmic: data.logarithmic.includes('y') && yScale === 'logarithmic',
    };
    const drawPanel = (panel: number): Panel => {
      const draw = data.xType === 'name' ? drawBars : drawField;
      const words = describePanel(data, panel, scales);
      return { ...words, width, ...draw(data, result, { panel, width, ...scales }) };
    };
    return {
      panels: data.panels.map((_, panel) => drawPanel(panel)),
      summary: summarizePlot(data, result),
      table: tabulatePlot(data),
    };
  },
};
