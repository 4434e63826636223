import type { Mixing } from '../../../../src/lib/mixing.ts';
import { randomSource } from '../../../../src/figures/architectures/source.ts';
import type { EncoderSetting } from '../../../../src/figures/pooled-embedding/encoder.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';

type Rows = readonly (readonly number[])[];
type Entry = (i: number, j: number) => number;

const range = (length: number) => Array.from({ length }, (_, index) => index);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const get = (rows: Rows, row: number, column = 0) => rows[row]?.[column] ?? NaN;
const inner = (a: readonly number[] = [], b: readonly number[] = []) =>
  sum(a.map((value, n) => value * (b[n] ?? NaN)));

/** The tokens i to j − 1, or j to i − 1. */
const between = (i: number, j: number) => range(Math.abs(i - j)).map((n) => Math.min(i, j) + n);

/**
 * The matrix of one head, entry by entry from the formula of its paper: no recurrence, and sums of logarithms in place
 * of products. It draws the weights of `drawEncoder` again.
 */
export function listEntries(
  mixing: Mixing,
  stream: number,
  { direction, positions, options }: Omit<EncoderSetting, 'heads'>,
  { tokens, head }: { tokens: Rows; head: number },
): { values: number[]; matrix: number[][] } {
  const source = randomSource(stream, 0);
  const length = tokens.length;
  const map = (weights: Rows, bias = 0) =>
    tokens.map((token) => weights.map((row) => inner(row, token) + bias));
  const values = map(source.weights(1, 1)).map(([value]) => value ?? NaN);
  const chosen = options(head);
  const bias = chosen.bias ?? NaN;
  const isRead = (i: number, j: number) => direction === 'both-ways' || j <= i;
  const fill = (entry: Entry) =>
    range(length).map((i) => range(length).map((j) => (isRead(i, j) ? entry(i, j) : 0)));
  const share = (entry: Entry) =>
    range(length).map((i) => {
      const powers = range(length).map((j) => (isRead(i, j) ? Math.exp(entry(i, j)) : 0));
      const total = sum(powers);
      return powers.map((power) => power / total);
    });

  const matrices: Readonly<Record<Mixing, () => number[][]>> = {
    'softmax-attention': () => {
      const queries = map(source.weights(8, chosen.gain ?? NaN));
      const keys = map(source.weights(8, chosen.gain ?? NaN));
      return share((i, j) => {
        // The product of one complex number with another’s conjugate, turned by their distance.
        const parts = range(4).map((pair) => {
          const [a, b] = [get(queries, i, 2 * pair), get(queries, i, 2 * pair + 1)];
          const [c, d] = [get(keys, j, 2 * pair), get(keys, j, 2 * pair + 1)];
          const angle = positions === 'rotary' ? (i - j) * 10_000 ** (-pair / 4) : 0;
          return (a * c + b * d) * Math.cos(angle) + (a * d - b * c) * Math.sin(angle);
        });
        return sum(parts) / Math.sqrt(8);
      });
    },
    'selective-state-space': () => {
      const [b, c] = [source.weights(4, 1), source.weights(4, 1)];
      const step = source.weights(1, chosen.stepGain ?? NaN);
      while (b.length < (chosen.stateSize ?? NaN)) {
        b.push(...source.weights(1, 1));
        c.push(...source.weights(1, 1));
      }
      const [inputs, outputs] = [map(b, bias), map(c, bias)];
      const steps = map(step, chosen.stepBias).map(([z]) => Math.log(1 + Math.exp(z ?? NaN)));
      return fill((i, j) => {
        const after = between(i, j).map((t) => (j < i ? t + 1 : t));
        const time = sum(after.map((t) => steps[t] ?? NaN));
        const terms = b.map((_, n) => {
          const rate = n + 1;
          const written = (1 - Math.exp(-rate * (steps[j] ?? NaN))) / rate;
          return get(outputs, i, n) * Math.exp(-rate * time) * written * get(inputs, j, n);
        });
        return sum(terms);
      });
    },
    wkv: () => {
      const keys = map(source.weights(1, 1));
      const [decay, bonus] = [chosen.keyDecay ?? NaN, chosen.bonus ?? 0.5];
      return share((i, j) =>
        i === j ? get(keys, j) + bonus : get(keys, j) - (Math.abs(i - j) - 1) * decay,
      );
    },
    'long-convolution': () => {
      const hidden = range(16).map(() => source.normals(9, 1.5));
      const output = source.normals(16, 0.25);
      const queries = map(source.weights(1, 0.2), bias);
      const keys = map(source.weights(1, 0.2), bias);
      return fill((i, j) => {
        const lag = Math.abs(i - j);
        const waves = range(4).flatMap((k) => {
          const angle = (2 * Math.PI * (k + 1) * lag) / 32;
          return [Math.cos(angle), Math.sin(angle)];
        });
        const units = hidden.map((row) => Math.sin(inner(row, [lag / 32, ...waves])));
        const window = Math.exp(-(chosen.filterDecay ?? NaN) * lag) + 0.01;
        return get(queries, i) * window * inner(output, units) * get(keys, j);
      });
    },
    retention: () => {
      const queries = map(source.weights(16, 0.3), bias);
      const keys = map(source.weights(16, 0.3), bias);
      return fill((i, j) => inner(queries[i], keys[j]) * (chosen.gamma ?? NaN) ** Math.abs(i - j));
    },
    'gated-linear-attention': () => {
      const expand = () => range(8).map(() => source.normals(2, 1));
      const forward = expand();
      const narrow = map(source.weights(2, 3));
      const queries = map(source.weights(8, 0.6), bias);
      const keys = map(source.weights(8, 0.6), bias);
      const backward = expand();
      const logarithm = (wide: Rows, t: number, n: number) =>
        -Math.log(1 + Math.exp(-inner(wide[n], narrow[t]))) / (chosen.temperature ?? NaN);
      return fill((i, j) => {
        const terms = range(8).map((n) => {
          const [wide, offset] = j < i ? [forward, 1] : [backward, 0];
          const kept = sum(between(i, j).map((t) => logarithm(wide, t + offset, n)));
          return get(queries, i, n) * Math.exp(kept) * get(keys, j, n);
        });
        const isHalved = direction === 'both-ways' && i !== j;
        return sum(terms) / (isHalved ? 2 : 1);
      });
    },
  };
  return { values, matrix: matrices[mixing]() };
}

/** The embedding, as the mean over i of Σ_j M_ij v_j. */
export function embedAgain(
  mixing: Mixing,
  seed: number,
  setting: EncoderSetting,
  text: Rows,
): number[] {
  const { heads } = setting;
  const isPlaced = mixing === 'softmax-attention' && setting.positions === 'learned';
  const { normal } = seededRandom(~seed * heads);
  const tokens = isPlaced
    ? text.map((token) => token.map((value) => (value + normal()) / Math.SQRT2))
    : text;
  return range(heads).map((head) => {
    const place = { tokens, head };
    const { values, matrix } = listEntries(mixing, seed * heads + head, setting, place);
    return sum(matrix.map((row) => inner(row, values))) / text.length;
  });
}
