/** How many results are ranked: the k of NDCG@k. */
export const depth = 10;

/** The number of orders of ten results. */
export const orderCount = 3_628_800;

/** The results by their names, in the order in which they are ranked at first. */
export const names = 'ABCDEFGHIJ';

/** Made-up grades of relevance, by result: four grades, or one relevant result alone. */
export const grades = {
  graded: [2, 0, 1, 3, 0, 2, 0, 3, 1, 0],
  single: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0],
} as const;

/** The gain of a grade g: g itself, or 2^g − 1. */
export type Gain = 'linear' | 'exponential';

/** The divisor at rank i: log2(i + 1), or from rank b on log_b i. */
export type Discount = 'log' | 'base-2' | 'base-10';

/** The results at ranks 1 to 10, each by its number from 0. */
export type Order = readonly number[];

/** A rank, and the result that stands at it. */
export interface RankedResult {
  /** From 1. */
  rank: number;
  name: string;
  grade: number;
  gain: number;
  /** The share of a gain that counts here, 0 to 1. */
  discount: number;
  /** The gain at this rank in the ideal order. */
  idealGain: number;
}

/** An order that is reached by one move, as its number, and its NDCG. */
export interface Move {
  order: number;
  ndcg: number;
}

export interface Ranking {
  results: RankedResult[];
  /** The discounted gains, added up: of this order, and of the ideal one. */
  dcg: number;
  ideal: number;
  ndcg: number;
  /** The chosen result, as its index in `results`. */
  chosen: number;
  /** The chosen result moved to each rank, the others in their order. */
  moves: Move[];
}

/** The gain of a grade: linear as in trec_eval, or 2^g − 1 (Burges et al. 2005). */
export function gainOf(grade: number, gain: Gain): number {
  return gain === 'linear' ? grade : 2 ** grade - 1;
}

/**
 * The share of a gain that counts at a rank from 1: 1 / log2(rank + 1), as in trec_eval, or as in Järvelin & Kekäläinen
 * (2002), Eq. 2: all of it above rank b, and 1 / log_b(rank) from there on.
 */
export function discountAt(rank: number, discount: Discount): number {
  if (discount === 'log') return 1 / Math.log2(rank + 1);
  const base = discount === 'base-2' ? 2 : 10;
  return rank < base ? 1 : Math.log(base) / Math.log(rank);
}

/** Discounted cumulated gain of gains by rank (Järvelin & Kekäläinen 2002, Eq. 2). */
export function accumulate(gains: readonly number[], discount: Discount): number {
  return gains.reduce((sum, gain, index) => sum + gain * discountAt(index + 1, discount), 0);
}

/** The order with a number from 0 to 10! − 1: orders are numbered as words are sorted (Lehmer code). */
export function decodeOrder(number: number): Order {
  const left = Array.from({ length: depth }, (_, index) => index);
  let rest = number;
  let block = orderCount;
  return left.slice().flatMap((_, index) => {
    block /= depth - index;
    const place = Math.floor(rest / block);
    rest %= block;
    return left.splice(place, 1);
  });
}

/** The number of an order. */
export function encodeOrder(order: Order): number {
  return order.reduce((sum, result, index) => {
    const smaller = order.slice(index + 1).filter((later) => later < result).length;
    return sum * (depth - index) + smaller;
  }, 0);
}

/** An order with the result at one index taken out and put in at another. */
export function moveResult(order: Order, from: number, to: number): Order {
  return order.toSpliced(from, 1).toSpliced(to, 0, order[from] ?? 0);
}

/** An order with the highest grades first, those of equal grade as they were. */
export function sortByGrade(given: readonly number[]): Order {
  return decodeOrder(0).toSorted((a, b) => (given[b] ?? 0) - (given[a] ?? 0));
}

/** Normalized: the discounted gains of an order by those of the ideal order (Järvelin & Kekäläinen 2002, §2.3). */
export function rankResults(
  number: number,
  chosenResult: number,
  kinds: { grades: keyof typeof grades; gain: Gain; discount: Discount },
): Ranking {
  const given = grades[kinds.grades];
  const { discount } = kinds;
  const listGains = (order: Order) => order.map((result) => gainOf(given[result] ?? 0, kinds.gain));
  const order = decodeOrder(number);
  const idealGains = listGains(sortByGrade(given));
  const ideal = accumulate(idealGains, discount);
  const chosen = order.indexOf(chosenResult);
  const results = order.map((result, index) => ({
    rank: index + 1,
    name: names[result] ?? '',
    grade: given[result] ?? 0,
    gain: listGains(order)[index] ?? 0,
    discount: discountAt(index + 1, discount),
    idealGain: idealGains[index] ?? 0,
  }));
  const moves = order.map((_, to) => {
    const moved = moveResult(order, chosen, to);
    return { order: encodeOrder(moved), ndcg: accumulate(listGains(moved), discount) / ideal };
  });
  const dcg = accumulate(listGains(order), discount);
  return { results, dcg, ideal, ndcg: dcg / ideal, chosen, moves };
}
