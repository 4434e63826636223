import { at, type Vector } from '../../shared/linear-algebra.ts';
import { linearUnit, softmax, type Direction } from '../algebra.ts';
import type { Run } from '../semiseparable.ts';
import type { Mixer, MixerAccount, MixerOptions } from '../mixer.ts';
import type { Source } from '../source.ts';

/** One channel of RWKV-4's WKV operator. */
export interface Wkv {
  /** k_t, L numbers. */
  readonly keys: Vector;
  /** w ≥ 0: a key loses w nats for each further token between it and the present one. */
  readonly decay: number;
  /** u, nats: the gain of the present token's key. */
  readonly bonus: number;
}

/**
 * WKV as a matrix: Peng et al. (2023), "RWKV: Reinventing RNNs for the Transformer Era", Eq. 16
 * (Eq. 14 of the first preprint):
 *
 *     wkv_t = (Σ_{i<t} e^{−(t−1−i)w + k_i} v_i + e^{u + k_t} v_t)
 *           / (Σ_{i<t} e^{−(t−1−i)w + k_i} + e^{u + k_t})
 *
 * So row t is a softmax over the past, of the keys less their decay, and it sums to one. The token just
 * before the present one has not decayed yet; the present one is outside the decay, with the bonus u.
 *
 * One channel; the receptance gate σ(r_t) and the output projection are left out.
 *
 * Both ways, both sums also run over i > t, with |t − i| − 1 in place of t − 1 − i: Bi-WKV of Duan et al.
 * (2025), "Vision-RWKV", "Linear Complexity Bidirectional Attention"; their w is divided by the number of
 * tokens, this one is not. Past, present and future have one denominator, so rows still sum to one.
 */
export function wkvMatrix(
  { keys, decay, bonus }: Wkv,
  direction: Direction = 'causal',
): number[][] {
  return keys.map((present, t) => {
    const past = keys.slice(0, t).map((key, i) => key - (t - 1 - i) * decay);
    const future = keys.slice(t + 1);
    const read = [...past, present + bonus];
    return direction === 'causal'
      ? [...softmax(read), ...future.map(() => 0)]
      : softmax([...read, ...future.map((key, i) => key - i * decay)]);
  });
}

/** A numerator and a denominator, both as multiples of e^exponent. */
interface Quotient {
  readonly numerator: number;
  readonly denominator: number;
  readonly exponent: number;
}

/** The sums before the first token. */
const nothing: Quotient = { numerator: 0, denominator: 0, exponent: -Infinity };

/**
 * WKV step by step over L values: Peng et al. (2023), Appendix D, Eq. 23–28, the form that keeps the
 * exponentials in range: numerator and denominator are kept as e^p times numbers of moderate size. Both
 * ways, a second pass runs from the end, and the sums of the tokens after t join those before it. The
 * states are numerator and denominator as they are, two numbers for each pass.
 */
export function runWkv(
  { keys, decay, bonus }: Wkv,
  values: Vector,
  direction: Direction = 'causal',
): Run {
  const forward = traceSums(keys, decay, values);
  const backward =
    direction === 'both-ways'
      ? traceSums(keys.toReversed(), decay, values.toReversed()).reverse()
      : [];
  const outputs = values.map((value, t) => {
    const passes = [at(forward, t), ...backward.slice(t, t + 1)];
    const present = { numerator: value, denominator: 1, exponent: bonus + at(keys, t) };
    const { numerator, denominator } = add(...passes.map(({ before }) => before), present);
    return numerator / denominator;
  });
  const states = forward.map(({ after }, t) =>
    [after, ...backward.slice(t, t + 1).map((pass) => pass.after)].flatMap(
      ({ numerator, denominator, exponent }) => [
        numerator * Math.exp(exponent),
        denominator * Math.exp(exponent),
      ],
    ),
  );
  return { outputs, states };
}

/** The sums before each token, as it reads them, and after it; the decay comes between two tokens. */
function traceSums(
  keys: Vector,
  decay: number,
  values: Vector,
): { before: Quotient; after: Quotient }[] {
  let before = nothing;
  return values.map((numerator, t) => {
    const kept = { ...before, exponent: before.exponent - decay };
    const after = add(kept, { numerator, denominator: 1, exponent: at(keys, t) });
    const step = { before, after };
    before = after;
    return step;
  });
}

/** Sums of numerators and of denominators; the largest exponent is taken out, so that exp stays in range. */
function add(...quotients: Quotient[]): Quotient {
  const exponent = Math.max(...quotients.map((quotient) => quotient.exponent));
  let [numerator, denominator] = [0, 0];
  for (const quotient of quotients) {
    const share = Math.exp(quotient.exponent - exponent);
    numerator += share * quotient.numerator;
    denominator += share * quotient.denominator;
  }
  return { numerator, denominator, exponent };
}

/**
 * A channel with keys linear in the token (gain 1; the token shift of Eq. 12 is left out, μ = 1). By default
 * decay 0.15 and bonus 0.5: slow enough that a strong key stays a column, fast enough that columns fade.
 *
 * @param options.decay w ≥ 0, nats per token
 * @param options.bonus u, nats
 */
export function randomWkv(
  { tokens, weights }: Source,
  { decay = 0.15, bonus = 0.5 }: { decay?: number | undefined; bonus?: number | undefined } = {},
): Wkv {
  return { keys: linearUnit(tokens, at(weights(1, 1), 0)), decay, bonus };
}

export function createMixer(source: Source, { keyDecay, bonus }: MixerOptions): Mixer {
  const channel = randomWkv(source, { decay: keyDecay, bonus });
  return {
    matrix: (direction) => wkvMatrix(channel, direction),
    run: (inputs, direction) => runWkv(channel, inputs, direction),
  };
}

export const structure = 'Whole columns stand out, and fade slowly upwards and downwards.';

export const account: MixerAccount = {
  family: 'recurrence',
  formula: 'M_{ij} ∝ exp(k_j − (|i−j|−1)w)',
  inputs: 'k set by the token, w fixed',
  sources: { causal: 'Peng et al. 2023, Eq. 16', 'both-ways': 'after Duan et al. 2025' },
};
