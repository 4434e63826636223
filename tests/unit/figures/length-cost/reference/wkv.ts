import { Counter, get, Tokens, type Run } from './counter.ts';

interface Inputs {
  keys: Tokens;
  values: Tokens;
  /** w, one for each channel: weights. */
  decays: Float64Array;
  /** u, likewise. */
  bonuses: Float64Array;
}

/** WKV step by step: Peng et al. (2023), Appendix D, Eq. 23–28. */
export function runWkvLayer({ keys, values, decays, bonuses }: Inputs): Run {
  const { width } = keys;
  const n = keys.length / width;
  const counter = new Counter();
  counter.hold(keys, values);
  const outputs = new Tokens(counter.take(n * width), width);
  const numerators = counter.take(width);
  const denominators = counter.take(width);
  const exponents = counter.take(width, -Infinity);

  for (let t = 0; t < n; t += 1) {
    for (let c = 0; c < width; c += 1) {
      const key = keys.get(t, c);
      const value = values.get(t, c);
      const numerator = get(numerators, c);
      const denominator = get(denominators, c);

      const raised = counter.add(get(bonuses, c), key);
      const top = counter.maximum(get(exponents, c), raised);
      const past = counter.exponential(counter.subtract(get(exponents, c), top));
      const present = counter.exponential(counter.subtract(raised, top));
      const above = counter.accumulate(counter.multiply(past, numerator), present, value);
      const below = counter.accumulate(present, past, denominator);
      outputs.set(t, c, counter.divide(above, below));

      const decayed = counter.subtract(get(exponents, c), get(decays, c));
      const exponent = counter.maximum(decayed, key);
      const kept = counter.exponential(counter.subtract(decayed, exponent));
      const added = counter.exponential(counter.subtract(key, exponent));
      numerators[c] = counter.accumulate(counter.multiply(kept, numerator), added, value);
      denominators[c] = counter.accumulate(added, kept, denominator);
      exponents[c] = exponent;
    }
  }
  return { outputs, flops: counter.flops, numbers: counter.peak };
}

/**
 * Bi-WKV by two passes: Duan et al. (2025), without dividing w by the length. The first pass writes down its state
 * before each token; the second comes from the end, and reads both.
 */
export function runWkvBothWays({ keys, values, decays, bonuses }: Inputs): Run {
  const { width } = keys;
  const n = keys.length / width;
  const counter = new Counter();
  counter.hold(keys, values);
  const outputs = new Tokens(counter.take(n * width), width);
  const before = [0, 0, -Infinity].map((value) => counter.take(n * width, value));
  const present = [0, 0, -Infinity].map((value) => counter.take(width, value));

  /** Lets the state of a channel decay, and adds a token to it. */
  const step = (c: number, t: number) => {
    const [numerators, denominators, exponents] = present as Parts;
    const decayed = counter.subtract(get(exponents, c), get(decays, c));
    const exponent = counter.maximum(decayed, keys.get(t, c));
    const kept = counter.exponential(counter.subtract(decayed, exponent));
    const added = counter.exponential(counter.subtract(keys.get(t, c), exponent));
    const raised = counter.multiply(kept, get(numerators, c));
    numerators[c] = counter.accumulate(raised, added, values.get(t, c));
    denominators[c] = counter.accumulate(added, kept, get(denominators, c));
    exponents[c] = exponent;
  };

  for (let t = 0; t < n; t += 1) {
    before.forEach((part, index) => part.set(present[index] ?? [], t * width));
    for (let c = 0; c < width; c += 1) step(c, t);
  }
  [0, 0, -Infinity].forEach((value, index) => present[index]?.fill(value));
  for (let t = n - 1; t >= 0; t -= 1) {
    for (let c = 0; c < width; c += 1) {
      const [numerator, denominator, exponent] = before.map((part) => get(part, t * width + c));
      const [later, laterBelow, laterExponent] = present.map((part) => get(part, c));
      const raised = counter.add(get(bonuses, c), keys.get(t, c));
      const top = counter.maximum(counter.maximum(exponent ?? NaN, laterExponent ?? NaN), raised);
      const [past, future, own] = [exponent, laterExponent, raised].map((power) =>
        counter.exponential(counter.subtract(power ?? NaN, top)),
      ) as [number, number, number];
      const above = counter.accumulate(
        counter.accumulate(counter.multiply(past, numerator ?? NaN), future, later ?? NaN),
        own,
        values.get(t, c),
      );
      const below = counter.accumulate(
        counter.accumulate(own, past, denominator ?? NaN),
        future,
        laterBelow ?? NaN,
      );
      outputs.set(t, c, counter.divide(above, below));
      step(c, t);
    }
  }
  return { outputs, flops: counter.flops, numbers: counter.peak };
}

type Parts = [Float64Array, Float64Array, Float64Array];
