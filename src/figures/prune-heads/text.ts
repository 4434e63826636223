import { joinWords } from '../shared/list.ts';
import { mixingNames, mixings } from '../../lib/mixing.ts';
import type { DataTable } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import type { Kept, PrunedEncoders } from './core.ts';
import type { Choice } from './pruning.ts';
import { heads, neighbours } from './sizes.ts';

/** The names of each measure in titles and on axes, and of its reference line. */
export const measures: Readonly<
  Record<keyof Kept, { title: string; label: string; reference: string }>
> = {
  cosine: {
    title: 'What stays of an embedding',
    label: 'cosine with the embedding before',
    reference: '√(1 − s)',
  },
  recall: {
    title: 'What stays of a ranking',
    label: `share of the ${neighbours} nearest passages`,
    reference: 'chance',
  },
};

/** The orders in sentences. */
export const choiceNames: Readonly<Record<Choice, string>> = {
  weakest: 'the weakest first',
  random: 'taken at random',
  strongest: 'the strongest first',
};

/** A share with two decimals. */
export function formatShare(share: number): string {
  return formatNumber(Number(share.toFixed(2)));
}

export function summarize(
  { kept, encoders }: PrunedEncoders,
  choice: Choice,
  sparsity: number,
): string {
  const read = (mixing: (typeof mixings)[number], measure: keyof Kept) =>
    kept[mixing][choice][measure][(sparsity / 100) * heads]?.mean ?? NaN;
  const cosines = mixings.map(
    (mixing) => `${formatShare(read(mixing, 'cosine'))} in ${mixingNames[mixing].full}`,
  );
  const recalls = mixings.map((mixing) => formatShare(read(mixing, 'recall')));
  return `With ${sparsity}\u00a0% of the heads removed, ${choiceNames[choice]}, the cosine with the embedding before is ${joinWords(cosines)}; of the ${neighbours} nearest passages a share of ${joinWords(recalls)} stays. Means over ${encoders} ${encoders === 1 ? 'encoder' : 'encoders'} of each, before any training.`;
}

/** A row for each architecture and each sparsity. */
export function tabulate({ kept }: PrunedEncoders, choice: Choice): DataTable {
  return {
    columns: [
      'Mixing',
      'Sparsity (%)',
      'Cosine with the embedding before',
      '95 % interval, ±',
      `Recall@${neighbours} of the ranking before`,
      '95 % interval, ±',
      '√(1 − sparsity)',
    ],
    rows: mixings.flatMap((mixing) => {
      const { cosine, recall } = kept[mixing][choice];
      return cosine.map(({ mean, halfWidth }, count) => [
        mixingNames[mixing].title,
        (100 * count) / heads,
        mean,
        halfWidth,
        recall[count]?.mean ?? NaN,
        recall[count]?.halfWidth ?? NaN,
        Math.sqrt(1 - count / heads),
      ]);
    }),
  };
}
