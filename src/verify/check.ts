import type { BuiltSite } from './site.ts';

/** A defect of a built site. */
export interface Problem {
  /** The path of the page or file, from the root of the site. */
  place: string;
  /** The defect, and the state that was expected. */
  message: string;
}

/** The result of a check. */
export interface Outcome {
  /** How much was looked at, as `34 pages`. */
  extent: string;
  problems: Problem[];
}

/** One property that every built site must have, whatever its content. */
export interface Check {
  /** The property, as a sentence: `Every link leads somewhere`. */
  claim: string;
  run: (site: BuiltSite) => Outcome | Promise<Outcome>;
}

/** Formats an amount: `1 page`, `2 pages`. */
export function formatAmount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
