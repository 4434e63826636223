/** The coefficients 1/n! of eʳ from r⁰ to r¹³: on |r| ≤ ln 2 / 2 the rest is below 2⁻⁵³. */
const coefficients: number[] = [1];
for (let n = 1; n <= 13; n += 1) coefficients.push(Number(coefficients[n - 1]) / n);

/** ln 2 in two parts: the product of the first with a whole number of up to 21 bits is exact (fdlibm, e_exp.c). */
const [ln2High, ln2Low] = [6.9314718036912381649e-1, 1.90821492927058770002e-10];

/** 2⁻ⁿ by halving, which is exact. */
const halves: number[] = [1];
for (let n = 1; n <= 1010; n += 1) halves.push(Number(halves[n - 1]) / 2);

/**
 * eˣ for x ≤ 0, or 0 where it is below e⁻⁷⁰⁰: the same bits on every machine, since there are only +, −, ×, ÷ and
 * rounding in a fixed order. The last bits of `Math.exp` are left to the engine. With x = r − n ln 2, eˣ = 2⁻ⁿ eʳ
 * (Cody and Waite, 1980).
 */
export function exponential(x: number): number {
  if (x < -700) return 0;
  const n = Math.floor(-x / ln2High + 0.5);
  const r = x + n * ln2High + n * ln2Low;
  let sum = 0;
  for (let k = 13; k >= 0; k -= 1) sum = sum * r + Number(coefficients[k]);
  return sum * Number(halves[n]);
}
