import { joinWords } from '../shared/list.ts';
import type { DataTable } from '../shared/interactive-figure.ts';
import { formatNumber, formatWhole } from '../shared/number.ts';
import type { TrainingState } from './core.ts';
import { listStarts } from './settings.ts';

/** The steps of the constructed layers, in a sentence and as a label; the best ones have none where they are the plain. */
export function nameConstructed({ model, setting }: TrainingState) {
  const { layers } = setting;
  if (layers > 1) {
    const count = nameCount(layers);
    return {
      plain: { name: `${count} gradient steps`, label: `${count} steps` },
      best: { name: `${count} steps of GD++`, label: `${count} of GD++` },
    };
  }
  const plain = { name: 'one gradient step', label: 'one step' };
  const best = { name: 'one preconditioned step', label: 'preconditioned' };
  return model === 'skewed-inputs' ? { plain, best } : { plain };
}

export function summarize(state: TrainingState): string {
  const { stages, chosen, constructed, setting, wanted, ends } = state;
  const stage = stages[chosen];
  if (stage === undefined) throw new RangeError('There is nothing to sum up.');
  const { plain, best } = nameConstructed(state);
  const rivals = [
    `${formatShare(constructed.plain.error)} for ${plain.name}`,
    ...(best === undefined ? [] : [`${formatShare(constructed.best.error)} for ${best.name}`]),
  ];
  const list = (sizes: readonly number[]) => joinWords(sizes.map(formatShare));
  const mean = (sizes: readonly number[]) =>
    sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  const learned = stage.measures.map(({ stepSizes }) => stepSizes);
  const sizes =
    setting.layers > 1
      ? `The step sizes of its layers are ${list(learned.map(mean))} in the mean of the axes, those of GD++ ${list(wanted.map(mean))}.`
      : `The layer’s step sizes along the axes are ${list(learned[0] ?? [])}; those of least error in theory are ${list([...new Set(wanted[0])])}.`;
  return (
    `After ${formatWhole(stage.step)} of ${formatWhole(setting.steps)} updates the squared error is ` +
    `${formatShare(stage.error)} of that of answering 0, beside ${rivals.join(' and ')}. ${sizes} ` +
    `From ${nameCount(ends.length)} random starts training ends at ${list(ends)}; the drawn run is from start ${setting.seed}.`
  );
}

export function nameCount(count: number): string {
  return ['one', 'two', 'three', 'four', 'five', 'six'][count - 1] ?? String(count);
}

/** Three digits: errors are means over prompts, and learned numbers are not exact to more. */
function formatShare(value: number): string {
  return formatNumber(Number(value.toPrecision(3)));
}

/** A row for each stage of the drawn run, and for the end of each other. */
export function listStages({
  model,
  stages,
  constructed,
  setting,
  ends,
}: TrainingState): DataTable {
  const layers = Array.from({ length: setting.layers }, (_, layer) => layer);
  const levels = [constructed.plain.error, constructed.best.error];
  const of = (layer: number) => (setting.layers > 1 ? `, layer ${layer + 1}` : '');
  return {
    columns: [
      'Updates',
      'Start',
      'Squared error, relative to zero’s',
      'Squared error of plain steps',
      'Squared error of the constructed layers',
      ...layers.flatMap((layer) => [
        `Least step size${of(layer)}`,
        `Largest step size${of(layer)}`,
        `Cosine to the construction${of(layer)}`,
      ]),
    ],
    rows: [
      ...stages.map(({ step, error, measures }) => [
        step,
        setting.seed,
        error,
        ...levels,
        ...measures.flatMap(({ stepSizes, alignment }) => [
          Math.min(...stepSizes),
          Math.max(...stepSizes),
          alignment,
        ]),
      ]),
      ...listStarts(model).flatMap((start, index) =>
        start === setting.seed
          ? []
          : [
              [
                setting.steps,
                start,
                ends[index] ?? NaN,
                ...levels,
                ...layers.flatMap(() => ['–', '–', '–']),
              ],
            ],
      ),
    ],
  };
}
