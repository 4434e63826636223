/** A reproducible stream of random numbers. */
export interface Random {
  /** The next number, uniform on [0, 1), a multiple of 2⁻³². */
  uniform(): number;
  /** The next number from the standard normal distribution. */
  normal(): number;
}

/**
 * Returns the stream of a seed: the same sequence, bit for bit, on every machine and engine.
 *
 * All streams are one cycle of 2³² numbers, each from another place on. Two that are long can overlap.
 *
 * Nothing here calls `Math.log` or `Math.cos`, whose last bits ECMAScript leaves to the engine:
 * the uniforms are 32-bit integer arithmetic, and the normals need only comparisons of uniforms.
 *
 * @param seed an integer; seeds that differ by a multiple of 2³² are one seed
 * @throws RangeError if the seed is not a safe integer
 */
export function seededRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`A seed is an integer, not ${seed}.`);
  }
  const uniform = mulberry32(seed);
  return { uniform, normal: () => standardNormal(uniform) };
}

/**
 * Mulberry32, T. Ettinger (2017), public domain: a Weyl sequence of period 2³² through a mixing
 * function. Small and good enough for pictures; it is not for cryptography.
 */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * One draw from N(0, 1) by rejection: C. F. F. Karney (2016), "Sampling exactly from the normal
 * distribution", ACM Transactions on Mathematical Software 42(1), Algorithm N.
 *
 * |z| = k + x has density ∝ exp(−(k + x)²/2) = exp(−k²/2) · exp(−kx) · exp(−x²/2), with k = 0, 1, 2, …
 * and x in [0, 1). Each factor is a probability that coin tosses settle.
 */
function standardNormal(uniform: () => number): number {
  for (;;) {
    // P(k) ∝ exp(−k/2), then kept with probability exp(−k(k − 1)/2): together exp(−k²/2).
    let k = 0;
    while (tossExp(uniform, 1 / 2)) k += 1;
    if (!tossExp(uniform, 1 / 2, k * (k - 1))) continue;

    const x = uniform();
    if (!tossExp(uniform, x, k)) continue;
    if (!tossExp(uniform, (x * x) / 2)) continue;
    return uniform() < 1 / 2 ? -(k + x) : k + x;
  }
}

/**
 * True with probability exp(−p)ⁿ, for 0 ≤ p ≤ 1, without computing the exponential: J. von Neumann
 * (1951), "Various techniques used in connection with random digits". The run p > u₁ > u₂ > … of
 * uniforms has at least m members with probability pᵐ/m!, so an even number with Σ (−p)ᵐ/m! = exp(−p).
 */
function tossExp(uniform: () => number, p: number, n = 1): boolean {
  for (let toss = 0; toss < n; toss += 1) {
    let even = true;
    for (let last = p, next = uniform(); next < last; next = uniform()) {
      last = next;
      even = !even;
    }
    if (!even) return false;
  }
  return true;
}
