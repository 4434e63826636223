import { z } from 'astro/zod';
import type { Rule } from '../lib/fault.ts';
import type { Grid } from '../lib/grid.ts';

/** What a report says of a breach: the rule, how to fix it, and what was expected if not the field as described. */
export interface Constraint {
  rule: Rule;
  fix: string;
  expected?: string;
  /** Where numbers are expected: which. */
  grid?: Grid;
}

/** Text of at least one letter, trimmed. `description` is shown to the author when it is missing. */
export function text(description: string) {
  return z.string().trim().min(1).describe(description);
}

/** Text that must also pass `test`; whatever else stands there is reported under `rule` with `fix`. */
export function constrainedText(
  description: string,
  test: (value: string) => boolean,
  constraint: Constraint,
) {
  return z
    .string()
    .trim()
    .refine(test)
    .meta({ description, ...constraint });
}

/** A rule that compares `fields` holds even in an entry whose other fields are at fault. */
export function whenReadable(fields: Record<string, z.ZodType>) {
  const schema = z.object(fields);
  return ({ value }: { value: unknown }): boolean => schema.safeParse(value).success;
}
