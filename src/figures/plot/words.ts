import { plot, type PlotTexts } from '../../words/en-plot.ts';
import { formatPattern, type Pattern, type Values } from '../../words/format.ts';
import { joinWords } from '../shared/list.ts';

/** The words of a plot in the language of the text around it, as data for its script. */
export interface PlotWords extends PlotTexts {
  language: string;
}

/** Those of plots that have none as data. */
const english: PlotWords = { language: 'en', ...plot };

/** The words of a plot, and what fills them in. */
export interface Speech {
  words: PlotWords;
  format: (pattern: Pattern, values: Values) => string;
  join: (items: readonly string[]) => string;
}

/** Chooses the words of a plot. */
export function speak(words: PlotWords = english): Speech {
  const { language } = words;
  return {
    words,
    format: (pattern, values) => formatPattern(pattern, values, language),
    join: words === english ? joinWords : (items) => new Intl.ListFormat(language).format(items),
  };
}
