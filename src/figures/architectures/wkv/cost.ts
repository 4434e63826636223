import type { Direction } from '../algebra.ts';
import type { Cost, LayerCost } from '../cost-model.ts';

/**
 * RWKV-4's WKV over n tokens: Peng et al. (2023), Appendix D, Eq. 23–28, the form that stays within the
 * range of floating-point numbers; O(nD) operations.
 *
 * For each token and channel 23. Output: u + k, the maximum, two differences with their exponentials, the
 * numerator in three, the denominator in two, and the division (12). State: its exponent less w, the
 * maximum, two differences with their exponentials, the numerator in three, the denominator in two (11).
 *
 *     FLOPs = 23nD,    numbers = 3nD + 3D  (k, v, output; numerator, denominator and exponent)
 *
 * Both ways, Bi-WKV of Duan et al. (2025): two passes of states (22), and an output of both, which takes a maximum, a
 * difference, an exponential, two in the numerator and two in the denominator more (19). The states of the first pass
 * are held until the second.
 *
 *     FLOPs = 41nD,    numbers = 6nD + 3D
 */
export function wkvCost(length: number, width: number, direction: Direction): Cost {
  return direction === 'causal'
    ? { flops: 23 * length * width, numbers: 3 * (length + 1) * width }
    : { flops: 41 * length * width, numbers: 3 * (2 * length + 1) * width };
}

/** As published, Peng et al. (2023), §4: 13D² weights, 4D² of which are around the WKV, and D channels. */
export const wkvLayer: LayerCost = {
  mixing: (length, { width, direction }) => wkvCost(length, width, direction),
  weights: ({ width }) => 13 * width ** 2,
};
