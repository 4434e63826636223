import type { Transformer } from './record.ts';
import { writeTokens, type Prompt } from './prompt.ts';
import { embed, runTransformer } from './transformer.ts';

/** Some of the components of a transformer, the others ablated. */
export interface Circuit {
  readonly kept: readonly number[];
  /** (ŷ − y)² over y². */
  readonly error: number;
}

/** The mean of each output over prompts and tokens of a kind, the pairs and the query: tokens × width. */
export function meanOutputs(
  { weights, shape }: Transformer,
  prompts: readonly Prompt[],
): Float64Array[] {
  const { width } = shape;
  const runs = prompts.map(
    (prompt) => runTransformer(weights, shape, embed(weights, shape, writeTokens(prompt))).outputs,
  );
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

/**
 * (ŷ − y)² of every circuit on a prompt, 2ⁿ for n components, by a code whose binary digits say which are kept. An
 * ablated component adds another output instead: its mean, as in Wang et al. (2023), or 0, as in Michel et al. (2019).
 *
 * @param instead the other output of each component; one that has none is never ablated, and has no digit
 */
export function ablate(
  { weights, shape }: Transformer,
  instead: readonly (Float64Array | undefined)[],
  prompt: Prompt,
): number[] {
  const entry = embed(weights, shape, writeTokens(prompt));
  const digits = instead.flatMap((output, component) => (output ? [component] : []));
  const errors = Array<number>(2 ** digits.length).fill(0);
  // Circuits that are alike in the layers before the last one share the runs of these, and follow each other.
  const last = shape.layers - 1;
  const isEarlier = (component: number) => component < last * (shape.heads + 1);
  const earlier = 2 ** digits.filter(isEarlier).length;
  for (let low = 0; low < earlier; low += 1) {
    let from = entry;
    for (let code = low; code < errors.length; code += earlier) {
      const run = runTransformer(weights, shape, from, (component) =>
        isKept(code, digits.indexOf(component)) ? undefined : instead[component],
      );
      const stream = run.layers[last]?.before;
      if (stream) from = { layer: last, stream };
      errors[code] = (run.prediction - prompt.target) ** 2;
    }
  }
  return errors;
}

/** Every circuit, with the mean of its errors on prompts. */
export function listCircuits(
  errors: readonly (readonly number[])[],
  prompts: readonly Prompt[],
): Circuit[] {
  const scale = prompts.reduce((sum, { target }) => sum + target * target, 0);
  const codes = errors[0] ?? [];
  const components = Array.from({ length: Math.log2(codes.length) }, (_, component) => component);
  return codes.map((_, code) => ({
    kept: components.filter((component) => isKept(code, component)),
    error: errors.reduce((sum, one) => sum + Number(one[code]), 0) / scale,
  }));
}

function isKept(code: number, component: number): boolean {
  return Math.floor(code / 2 ** component) % 2 === 1;
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
