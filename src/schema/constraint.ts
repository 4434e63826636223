import { z } from 'astro/zod';
import type { Rule } from '../lib/fault.ts';

/** What a refinement hands to the report: the rule that it stands for, and how to mend a breach. */
export interface Constraint {
  rule: Rule;
  mend: string;
}

/** Text of at least one letter, trimmed. `description` is shown to the author when it is missing. */
export function text(description: string) {
  return z.string().trim().min(1).describe(description);
}

/** Text that must also pass `test`; a breach is reported under `rule` with `mend`. */
export function constrainedText(
  description: string,
  test: (value: string) => boolean,
  constraint: Constraint,
) {
  return z
    .string()
    .trim()
    .refine(test, { params: { ...constraint } })
    .describe(description);
}
