/** Does arithmetic and counts it, and keeps account of the numbers that are held. */
export class Counter {
  /** Operations so far; a multiplication with addition is two. */
  flops = 0;
  /** The most numbers that were held at once. */
  peak = 0;
  #held = 0;

  add(a: number, b: number): number {
    this.flops += 1;
    return a + b;
  }

  subtract(a: number, b: number): number {
    this.flops += 1;
    return a - b;
  }

  multiply(a: number, b: number): number {
    this.flops += 1;
    return a * b;
  }

  divide(a: number, b: number): number {
    this.flops += 1;
    return a / b;
  }

  maximum(a: number, b: number): number {
    this.flops += 1;
    return Math.max(a, b);
  }

  exponential(a: number): number {
    this.flops += 1;
    return Math.exp(a);
  }

  /** sum + a·b. */
  accumulate(sum: number, a: number, b: number): number {
    return this.add(sum, this.multiply(a, b));
  }

  /** Numbers that are there from the beginning. */
  hold(...arrays: readonly { length: number }[]): void {
    this.#held += arrays.reduce((total, { length }) => total + length, 0);
    this.peak = Math.max(this.peak, this.#held);
  }

  /** New numbers, each `value`. */
  take(count: number, value = 0): Float64Array {
    const numbers = new Float64Array(count).fill(value);
    this.hold(numbers);
    return numbers;
  }

  /** No longer held. */
  release(...arrays: readonly { length: number }[]): void {
    this.#held -= arrays.reduce((total, { length }) => total + length, 0);
  }
}

/** An n×D matrix, row by row. */
export class Tokens {
  readonly numbers: Float64Array;
  readonly width: number;

  constructor(numbers: Float64Array, width: number) {
    this.numbers = numbers;
    this.width = width;
  }

  get length(): number {
    return this.numbers.length;
  }

  get(token: number, channel: number): number {
    return get(this.numbers, token * this.width + channel);
  }

  set(token: number, channel: number, value: number): void {
    this.numbers[token * this.width + channel] = value;
  }
}

/** An entry that must be there. */
export function get(numbers: Float64Array, index: number): number {
  const value = numbers[index];
  if (value === undefined) throw new RangeError(`No entry ${index} of ${numbers.length}.`);
  return value;
}

/** The result of a counted run. */
export interface Run {
  outputs: Tokens;
  flops: number;
  numbers: number;
}
