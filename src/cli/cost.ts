import {
  initialValues,
  readValues,
  type Parameters,
  type Values,
} from '../figures/shared/parameter.ts';

/** One frame of a screen at 60 Hz, in ms. */
export const frameDuration = 1000 / 60;

/** The time that a piece of work takes, in ms. */
export interface Timing {
  name: string;
  /** The first time, before its code is compiled. */
  cold: number;
  /** The median of many times, with the initial values, and with the dearest that were found. */
  initial: number;
  dearest: number;
  /** The slowest values that differ from the initial ones, in the form of an address. */
  corner: string;
}

/** Runs the work once for these values and returns its duration in ms. */
export type Price = (values: Values) => number;

/**
 * The dearest values by `price` that are found from the initial ones by taking each parameter to its ends, or to
 * each of its options, while the others stay; twice, as one can be dear with another alone.
 */
export function findDearest(parameters: Parameters, price: Price): Values {
  let dearest: Values = initialValues(parameters);
  let most = price(dearest);
  const entries = Object.entries(parameters);
  for (const [name, parameter] of [...entries, ...entries]) {
    const ends =
      parameter.kind === 'choice'
        ? Object.keys(parameter.options)
        : [parameter.minimum, parameter.maximum].map(String);
    for (const end of ends) {
      const values = readValues(parameters, (key) => (key === name ? end : String(dearest[key])));
      const cost = price(values);
      if (cost > most) [dearest, most] = [values, cost];
    }
  }
  return dearest;
}

/** Costs as shares of `whole` ms: a line for each, aligned, below a heading. */
export function formatCosts(heading: string, whole: number, costs: readonly Timing[]): string {
  const width = Math.max(heading.length, ...costs.map(({ name }) => name.length));
  const align = (name: string, shares: string[], corner: string) =>
    [name.padEnd(width), ...shares.map((share) => share.padStart(8)), '', corner]
      .join(' ')
      .trimEnd();
  const rows = costs.map(({ name, cold, initial, dearest, corner }) => {
    const percents = [cold, initial, dearest].map((cost) => (100 * cost) / whole);
    return align(
      name,
      percents.map((percent) => `${percent.toFixed(percent < 9.95 ? 1 : 0)} %`),
      corner,
    );
  });
  return [align(heading, ['cold', 'initial', 'dearest'], 'which is'), ...rows].join('\n');
}

/** Which costs are above a frame, when their code is compiled. */
export function formatVerdict(costs: readonly Timing[]): string {
  const above = costs.filter(({ initial, dearest }) => Math.max(initial, dearest) > frameDuration);
  return `Above one frame: ${above.map(({ name }) => name).join('; ') || 'none'}.`;
}
