import { at, linearUnit, softmax, type Vector } from './algebra.ts';
import type { Source } from './source.ts';

/** One channel of RWKV-4's WKV operator. */
export interface Wkv {
  /** k_t, L numbers. */
  readonly keys: Vector;
  /** w ≥ 0: a key loses w nats for each further token between it and the present one. */
  readonly decay: number;
  /** u, nats: what the present token's key gains. */
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
 */
export function wkvMatrix({ keys, decay, bonus }: Wkv): number[][] {
  return keys.map((present, t) => {
    const past = keys.slice(0, t).map((key, i) => key - (t - 1 - i) * decay);
    const future = keys.slice(t + 1).map(() => 0);
    return [...softmax([...past, present + bonus]), ...future];
  });
}

/**
 * WKV step by step: Peng et al. (2023), Appendix D, Eq. 23–28, the form that keeps the exponentials in
 * range: numerator and denominator are kept as e^p times numbers of moderate size. L values in, L out.
 */
export function runWkv({ keys, decay, bonus }: Wkv, values: Vector): number[] {
  let numerator = 0;
  let denominator = 0;
  let exponent = -Infinity;

  return values.map((value, t) => {
    const key = at(keys, t);

    const top = Math.max(exponent, bonus + key);
    const past = Math.exp(exponent - top);
    const present = Math.exp(bonus + key - top);
    const output = (past * numerator + present * value) / (past * denominator + present);

    const nextExponent = Math.max(exponent - decay, key);
    const kept = Math.exp(exponent - decay - nextExponent);
    const added = Math.exp(key - nextExponent);
    numerator = kept * numerator + added * value;
    denominator = kept * denominator + added;
    exponent = nextExponent;
    return output;
  });
}

/**
 * A channel with keys linear in the token (gain 1; the token shift of Eq. 12 is left out, μ = 1), decay
 * 0.15 and bonus 0.5: slow enough that a strong key stays a column, fast enough that columns fade.
 */
export function randomWkv({ tokens, weights }: Source): Wkv {
  return { keys: linearUnit(tokens, at(weights(1, 1), 0)), decay: 0.15, bonus: 0.5 };
}
