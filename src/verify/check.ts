import type { BuiltSite } from './site.ts';

export interface Problem {
  /** The path of the page or file, from the root of the site. */
  place: string;
  /** The defect, and the state that was expected. */
  message: string;
}

export interface Outcome {
  /** The extent of the check, as `34 pages`. */
  extent: string;
  problems: Problem[];
  /** Possible improvements that are not defects. */
  remarks?: Problem[];
}

/** A property of every built site, whatever its content. */
export interface Check {
  /** The property as a sentence: `Every link has a target`. */
  claim: string;
  run: (site: BuiltSite) => Outcome | Promise<Outcome>;
}

/** Formats an amount: `1 page`, `2 pages`. */
export function formatAmount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
