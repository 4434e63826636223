import type { Fault } from './fault.ts';
import type { Rule } from './rule.ts';

/**
 * Rules whose breach may be intended and does not stop a build: an unused work, two people with
 * similar names, a person whom no paper names, a letter that a social card cannot show.
 */
export const noticeRules: ReadonlySet<Rule> = new Set<Rule>([
  'bibtex-unused',
  'author-spellings',
  'unmatched-person',
  'removed-from-image',
  'unlinked-file',
  'undrawn-letters',
  'moved-colour',
]);

/**
 * Whether a fault stops no build: it breaks such a rule, or it is about a work of the bibliography that is not among
 * `cited`, or one that can be shown all the same.
 */
export function isNotice({ rule, entry, isHarmless }: Fault, cited: ReadonlySet<string>): boolean {
  const isUncited = entry !== undefined && !cited.has(entry.toLowerCase());
  return noticeRules.has(rule) || isHarmless === true || isUncited;
}
