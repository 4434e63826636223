/** The measurement of one architecture: one row of an author's table. */
export interface Measurement {
  architecture: string;
  /** Milliseconds, above 0. */
  latency: number;
  /** NDCG@10, 0 to 1. */
  ndcg: number;
  /** The interval around NDCG@10: low ≤ ndcg ≤ high. */
  interval?: readonly [low: number, high: number];
}
