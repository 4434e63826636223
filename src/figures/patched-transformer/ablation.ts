import type { Transformer } from './record.ts';
import { writeTokens, type Prompt } from './prompt.ts';
import { embed, runTransformer } from './transformer.ts';
import type { Shape } from './weights.ts';

/** Some of the components of a transformer, the others ablated. */
export interface Circuit {
  readonly kept: readonly number[];
  /** (ŷ − y)² over y². */
  readonly error: number;
}

/**
 * Every circuit with its error, 2ⁿ for n components: an ablated component adds its mean over the prompts, one for the
 * tokens of pairs and one for the query, as in Wang et al. (2023).
 */
export function listCircuits(
  { weights, shape }: Transformer,
  prompts: readonly Prompt[],
): Circuit[] {
  const entries = prompts.map((prompt) => embed(weights, shape, writeTokens(prompt)));
  const means = meanOutputs(
    entries.map((entry) => runTransformer(weights, shape, entry).outputs),
    shape,
  );
  const scale = prompts.reduce((sum, { target }) => sum + target * target, 0);
  const isKept = (code: number, component: number) => Math.floor(code / 2 ** component) % 2 === 1;
  // Circuits that are alike in the layers before the last one share the runs of these.
  const lastLayer = shape.layers - 1;
  const shared = 2 ** (lastLayer * (shape.heads + 1));
  const errors = Array<number>(2 ** means.length).fill(0);
  prompts.forEach(({ target }, n) => {
    let entry = entries[n];
    errors.forEach((_, place) => {
      // Those that share them follow each other.
      const [later, earlier] = [
        place % (errors.length / shared),
        Math.floor((place * shared) / errors.length),
      ];
      const code = earlier + shared * later;
      if (later === 0) entry = entries[n];
      if (entry === undefined) return;
      const run = runTransformer(weights, shape, entry, (component) =>
        isKept(code, component) ? undefined : means[component],
      );
      const stream = run.layers[lastLayer]?.before;
      if (later === 0 && stream) entry = { layer: lastLayer, stream };
      errors[code] = Number(errors[code]) + (run.prediction - target) ** 2;
    });
  });
  return errors.map((error, code) => ({
    kept: means.flatMap((_, component) => (isKept(code, component) ? [component] : [])),
    error: error / scale,
  }));
}

/** The mean of each output over prompts and tokens of a kind. */
function meanOutputs(runs: readonly (readonly Float64Array[])[], { width }: Shape): Float64Array[] {
  return (runs[0] ?? []).map(({ length }, component) => {
    const mean = new Float64Array(length);
    const query = length - width;
    const pairs = query / width;
    for (const outputs of runs)
      outputs[component]?.forEach((value, place) => {
        const [to, count] = place < query ? [place % width, pairs] : [place, 1];
        mean[to] = Number(mean[to]) + value / count / runs.length;
      });
    for (let place = width; place < query; place += 1) mean[place] = Number(mean[place % width]);
    return mean;
  });
}

/** The circuit of least error of each size, from none to all. */
export function listBest(circuits: readonly Circuit[]): Circuit[] {
  const best: Circuit[] = [];
  for (const circuit of circuits) {
    const { length } = circuit.kept;
    const other = best[length];
    if (other === undefined || circuit.error < other.error) best[length] = circuit;
  }
  return best;
}

/** The smallest circuit that explains nine tenths of the outputs’ variance that the whole transformer explains. */
export function findSmallest(best: readonly Circuit[]): Circuit {
  const whole = best.at(-1);
  const found = whole && best.find(({ error }) => 1 - error >= 0.9 * (1 - whole.error));
  if (found === undefined) throw new RangeError('There is no circuit.');
  return found;
}
