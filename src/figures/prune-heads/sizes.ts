/** The heads of each encoder, one channel of each. */
export const heads = 10;

/** The passages that are ranked, each by all others as queries. */
export const passages = 64;

/** How many of the nearest passages are compared. */
export const neighbours = 10;

/** The heads of each trained toy: two in each of its two layers. */
export const toyHeads = 4;
