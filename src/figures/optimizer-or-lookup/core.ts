import { seededRandom } from '../shared/random.ts';
import type { Values } from '../shared/parameter.ts';
import { contextErrors, drawContext, placeInputs } from './context.ts';
import { shiftedDistribution, trainingDistribution } from './distribution.ts';
import {
  addErrors,
  emptySums,
  learningCurves,
  overshootingShare,
  type LearningCurves,
} from './learning-curve.ts';
import type { parameters } from './parameters.ts';
import { tuneDescent } from './step-size.ts';
import { drawStoredTasks, drawTask, tableErrors } from './table.ts';

/** Errors relative to that of answering 0, by the number of examples. */
export interface EstimatorErrors {
  /** The numbers of examples, ascending. */
  readonly counts: readonly number[];
  /** How many contexts each mean is taken over. */
  readonly contexts: number;
  readonly training: LearningCurves;
  readonly shifted: LearningCurves;
  /** The share of shifted contexts in which the step of descent is too long, where that is the largest. */
  readonly overshooting: number;
}

type Chosen = Values<typeof parameters>;

/** From 0 to 3d examples or few more, in at most 28 places, those where least squares peaks among them. */
export function exampleCounts(dimension: number): number[] {
  const step = Math.ceil(dimension / 8);
  const length = Math.ceil((3 * dimension) / step) + 1;
  const even = Array.from({ length }, (_, n) => n * step);
  const peak = [dimension - 1, dimension, dimension + 1];
  return [...new Set([...even, ...peak])].sort((a, b) => a - b);
}

/**
 * The numbers of contexts after which there is a result; the last is that of `compute`. Every part is short, because
 * newer questions wait for its end: the first few contexts, then sixteenths of all.
 */
export function sampleSizes(dimension: number): number[] {
  const [few, all] = dimension <= 10 ? [16, 1024] : [8, 256];
  return [few, ...Array.from({ length: 16 }, (_, part) => ((part + 1) * all) / 16)];
}

/**
 * The mean errors over contexts, after more and more of them. Both distributions, all estimators and all numbers of
 * examples use the same random numbers: their differences are not due to chance.
 */
export function* refine(values: Chosen): Generator<EstimatorErrors, void> {
  const { dimension, noise, seed } = values;
  const counts = exampleCounts(dimension);
  const examples = counts.at(-1) ?? 0;
  const tuned = tuneDescent(counts, dimension, values);
  const random = seededRandom(seed);
  // The other curves stay the same when M changes: the tables have a stream of their own, whose seed no sample has.
  const tables = drawStoredTasks(seededRandom(seed + 10_000), dimension, 2 ** values.stored);
  const panels = [trainingDistribution(dimension), shiftedDistribution(values)].map(
    (distribution) => ({ distribution, sums: emptySums(counts) }),
  );
  let contexts = 0;
  for (const size of sampleSizes(dimension)) {
    for (; contexts < size; contexts += 1) {
      const draw = drawContext(random, examples, dimension);
      const known = tables.next().value;
      const task = drawTask(random, examples, known, values.task === 'stored');
      for (const { distribution, sums } of panels) {
        const prompt = { ...task, inputs: placeInputs(draw, distribution) };
        addErrors(
          sums,
          contextErrors(draw, counts, distribution, tuned),
          tableErrors(prompt, counts, distribution, noise),
        );
      }
    }
    const [training, shifted] = panels.map(({ distribution, sums }) =>
      learningCurves(sums, counts, distribution, tuned),
    );
    const overshooting = overshootingShare(panels.at(-1)?.sums ?? []);
    if (training === undefined || shifted === undefined) throw new Error('There are two panels.');
    yield { counts, contexts, training, shifted, overshooting };
  }
}

/** The mean errors over all contexts of a seed: the last result of `refine`. */
export function compute(values: Chosen): EstimatorErrors {
  const results = [...refine(values)];
  const last = results.at(-1);
  if (last === undefined) throw new Error('There are no sample sizes.');
  return last;
}
