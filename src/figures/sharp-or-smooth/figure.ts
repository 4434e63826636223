import { computedFrom, panelWidths, type InteractiveFigure } from '../shared/interactive-figure.ts';
import type { Values } from '../shared/parameter.ts';
import { compareMetrics, type Emergence, type Setting } from './core.ts';
import { parameters } from './parameters.ts';
import { summarize, tabulate } from './text.ts';
import { drawMetric, drawProbability } from './view.ts';

function readSetting({ items, options, ...values }: Values<typeof parameters>): Setting {
  const { tokens, correlation, slope, metric, seed } = values;
  return {
    tokens,
    correlation,
    options: options === 'open' ? Infinity : Number(options),
    slope,
    metric,
    items: Number(items),
    seed,
  };
}

/** One family of models that gets smoothly better at single tokens, by a metric that says so or not. */
export const sharpOrSmooth: InteractiveFigure<typeof parameters, Emergence> = {
  lookAt:
    'The same models in both panels: compare how smoothly the left curve rises with how the metric at the right changes.',
  ...computedFrom(
    'Schaeffer et al. (2023), §2; the loss as axis: Du et al. (2024); correlated tokens: Skellam (1948); guesses: Birnbaum (1968)',
  ),
  parameters,
  compute: (values) => compareMetrics(readSetting(values)),
  draw(result, values, _, width = panelWidths.wide) {
    const setting = readSetting(values);
    return {
      panels: [
        drawProbability(result, setting, values.against, width),
        drawMetric(result, setting, values, width),
      ],
      summary: summarize(result, setting, values.against),
      table: tabulate(result, setting),
    };
  },
};
