/** How far weights are changed along a gradient, and how often. */
export interface Descent {
  /** The number of updates. */
  readonly steps: number;
  /** The learning rate of the first update; it falls to 0 in a straight line. */
  readonly rate: number;
  /** The largest norm of a gradient; a longer one is shortened to it. */
  readonly clip: number;
}

/**
 * Changes weights in place, and yields the number of updates before each of them and after the last: the same bits on
 * every machine, if the gradient has them. Beside comparisons there are only +, −, ×, ÷ and √ in a fixed order.
 *
 * Updates are those of Kingma and Ba (2015), “Adam”, Algorithm 1 with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸.
 *
 * @param measure the gradient at the present weights, as long as these
 */
export function* descend(
  weights: { [place: number]: number; readonly length: number },
  { steps, rate, clip }: Descent,
  measure: () => ArrayLike<number>,
): Generator<number, void> {
  const [means, squares] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  let [meansLeft, squaresLeft] = [1, 1];
  for (let step = 0; ; step += 1) {
    yield step;
    if (step === steps) return;
    const gradient = measure();
    let sum = 0;
    for (let n = 0; n < weights.length; n += 1) sum += Number(gradient[n]) * Number(gradient[n]);
    const norm = Math.sqrt(sum);
    const kept = norm > clip ? clip / norm : 1;
    const stepRate = rate * (1 - step / steps);
    meansLeft *= 0.9;
    squaresLeft *= 0.999;
    for (let n = 0; n < weights.length; n += 1) {
      const slope = kept * Number(gradient[n]);
      const mean = 0.9 * Number(means[n]) + 0.1 * slope;
      const square = 0.999 * Number(squares[n]) + 0.001 * slope * slope;
      [means[n], squares[n]] = [mean, square];
      const stride = mean / (1 - meansLeft) / (Math.sqrt(square / (1 - squaresLeft)) + 1e-8);
      weights[n] = Number(weights[n]) - stepRate * stride;
    }
  }
}
