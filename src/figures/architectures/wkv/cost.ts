import type { Cost, Sizes } from '../cost-model.ts';

/**
 * RWKV-4's WKV over n tokens: Peng et al. (2023), Appendix D, Eq. 23–28, the form that stays within the
 * range of floating-point numbers; O(nD) operations.
 *
 * For each token and channel 23. Output: u + k, the maximum, two differences with their exponentials, the
 * numerator in three, the denominator in two, and the division (12). State: its exponent less w, the
 * maximum, two differences with their exponentials, the numerator in three, the denominator in two (11).
 *
 *     FLOPs = 23nD,    numbers = 3nD + 3D  (k, v, output; numerator, denominator and exponent)
 */
export function wkvCost(length: number, { width }: Sizes): Cost {
  return { flops: 23 * length * width, numbers: 3 * (length + 1) * width };
}
