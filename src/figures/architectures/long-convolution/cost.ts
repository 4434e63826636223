import type { Cost, Sizes } from '../cost-model.ts';

/**
 * A gated convolution as long as the text, q ⊙ (h ∗ (k ⊙ v)): Hyena of order 2, Poli et al. (2023), §3,
 * by the fast Fourier transform in O(nD log n).
 *
 * The text is padded to m = 2n, so that nothing wraps around. Each transform of radix 2 has ½ m log₂ m
 * butterflies of 10 operations: 5m log₂ m. For each channel two gates (2n), a transform, the product of
 * the spectra (6m) and the transform back. The filter's spectrum is the same for every text: it is held,
 * not computed.
 *
 *     FLOPs = nD(20 log₂ 2n + 14)
 *     numbers = 12nD + 2n  (q, k, v, output; both spectra, 4nD each; the roots of unity)
 *
 * This is exact where n is a power of two. Between them 5m log₂ m is the nominal count by which
 * transforms of any length are compared (Frigo & Johnson 2005, “The Design and Implementation of FFTW3”).
 * A transform for real input would take about half.
 */
export function longConvolutionCost(length: number, { width }: Sizes): Cost {
  return {
    flops: length * width * (20 * Math.log2(2 * length) + 14),
    numbers: 12 * length * width + 2 * length,
  };
}
