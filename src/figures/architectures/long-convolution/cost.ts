import type { Cost, LayerCost } from '../cost-model.ts';

/**
 * A gated convolution as long as the text, q ⊙ (h ∗ (k ⊙ v)): Hyena of order 2, by the fast Fourier transform. The
 * operations are those of Poli et al. (2023), Appendix A.2, 2 · 5 · (order − 1) · n · D · log₂ n, with the two gates.
 *
 *     FLOPs = nD(10 log₂ n + 2)
 *     numbers = 8nD + 2n  (q, k, v, output; both spectra, 2nD each; the roots of unity)
 *
 * The count is the nominal one by which transforms are compared (Frigo & Johnson 2005, “The Design and Implementation
 * of FFTW3”): two transforms, there and back, of real numbers padded to 2n, so that nothing wraps around. The product
 * of the spectra is left out. The filter's spectrum is the same for every text: it is held, not computed. Both ways
 * the filter fills the padded length, and the cost is the same.
 */
export function longConvolutionCost(length: number, width: number): Cost {
  return {
    flops: length * width * (10 * Math.log2(length) + 2),
    numbers: 8 * length * width + 2 * length,
  };
}

/**
 * As published, Poli et al. (2023), §3 and Table A.4: three projections and the output of D² each, a short convolution
 * over three tokens for each projection, 9D, and a feed-forward network that is 4D wide, 8D².
 */
export const longConvolutionLayer: LayerCost = {
  mixing: (length, { width }) => longConvolutionCost(length, width),
  weights: ({ width }) => 12 * width ** 2 + 9 * width,
};
