/** The measurement of one architecture: one row of an author’s table, or the mean of many. */
export interface Measurement {
  architecture: string;
  /** Milliseconds, above 0. */
  latency: number;
  /** NDCG@10, 0 to 1. */
  ndcg: number;
  /** The interval around NDCG@10, of this measurement alone: low ≤ ndcg ≤ high. */
  interval?: readonly [low: number, high: number];
  /** The class of lengths of its texts; without it, it is of all texts. */
  length?: string;
  /** The number of queries that it is a mean over, if the table has their scores. */
  queries?: number;
  /** With scores of queries, its differences from each of the architectures above it in the table, in their order. */
  differences?: readonly Difference[];
}

/** A mean over queries of the difference between two architectures, with its paired interval. */
export interface Difference {
  mean: number;
  interval?: readonly [low: number, high: number];
}

/** A row of a table: a measurement, or the score of an architecture on a query. */
export interface TableRow extends Measurement {
  query?: string;
}
