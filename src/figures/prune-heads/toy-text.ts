import { modelNames, nameComponents } from '../patched-transformer/names.ts';
import { models, settings } from '../patched-transformer/settings.ts';
import type { DataTable } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import type { Choice } from './pruning.ts';
import { toyHeads } from './sizes.ts';
import { choiceNames } from './text.ts';
import { listErrors, listHeads, type PrunedToys } from './toy-heads.ts';

/** The whole number of heads that is nearest to a sparsity in %. */
export function countRemoved(sparsity: number): number {
  return Math.round((sparsity / 100) * toyHeads);
}

/** An error with two digits: means over prompts are not exact to more. */
export function formatError(error: number): string {
  return formatNumber(Number(error.toPrecision(2)));
}

export function summarizeToys(
  { toys, prompts }: PrunedToys,
  choice: Choice,
  sparsity: number,
): string {
  const count = countRemoved(sparsity);
  const errors = models.map((model) => {
    const listed = listErrors(toys[model], choice);
    const [before, after] = [listed[0], listed[count]].map((error) => formatError(error ?? NaN));
    return `from ${before} to ${after} (${modelNames[model]})`;
  });
  return `A toy has two heads in each of two layers: ${sparsity}\u00a0% is nearest to ${count} of ${toyHeads}. With ${count} removed, ${choiceNames[choice]}, its squared error of regression in context, relative to zero’s, goes ${errors.join(' and ')}. Means over ${prompts} prompts; the toy is trained here, and no result of this project.`;
}

/** The rows of each transformer: those of the curve, then each set of removed heads. */
export function tabulateToys({ toys }: PrunedToys, choice: Choice): DataTable {
  const share = (count: number) => (100 * count) / toyHeads;
  return {
    columns: ['Heads removed', 'Trained on', 'Sparsity (%)', 'Squared error, relative to zero’s'],
    rows: models.flatMap((model) => {
      const heads = listHeads(settings[model].shape);
      const curve = listErrors(toys[model], choice).map((error, count) => [
        `${count}, ${choiceNames[choice]}`,
        modelNames[model],
        share(count),
        error,
      ]);
      const sets = toys[model].sets.map(({ kept, error }) => {
        const removed = heads.filter((_, head) => !kept.includes(head));
        return [nameComponents(removed), modelNames[model], share(removed.length), error];
      });
      return [...curve, ...sets];
    }),
  };
}
