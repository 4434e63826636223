/** The examples whose inputs are the least distant from a query. */
export interface NearestInputs {
  /** How many: three, or all examples where there are fewer. */
  readonly count: number;
  /** The squared distance of the query from the mean of their inputs. */
  readonly distance: number;
}

/** How many neighbours Garg et al. (2022) take. */
const most = 3;

/**
 * The three nearest neighbours, for each number of examples from 1 to N. The mean of their outputs is the answer
 * (Garg et al. 2022, §3): nothing is ever answered that is not between the outputs of the context.
 *
 * @param inputs N inputs of equal width, the first examples first
 * @returns the neighbours among the first n inputs, for each n
 */
export function nearestNeighbours(
  inputs: readonly Float64Array[],
  query: Float64Array,
): NearestInputs[] {
  let nearest: { input: Float64Array; distance: number }[] = [];
  return inputs.map((input) => {
    nearest = [...nearest, { input, distance: squaredDistance(input, query) }]
      .sort((a, b) => a.distance - b.distance)
      .slice(0, most);
    const center = query.map(
      (_, j) => nearest.reduce((sum, { input }) => sum + (input[j] ?? NaN), 0) / nearest.length,
    );
    return { count: nearest.length, distance: squaredDistance(center, query) };
  });
}

function squaredDistance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < b.length; j += 1) sum += ((a[j] ?? NaN) - (b[j] ?? NaN)) ** 2;
  return sum;
}
