import { z } from 'astro/zod';
import type { Rule } from '../lib/rule.ts';
import type { Grid } from '../lib/grid.ts';

/** The report of a breach. `expected` defaults to the description of the field. */
export interface Constraint {
  rule: Rule;
  fix: string;
  expected?: string;
  /** Some of the valid words, the nearest of which is suggested. */
  words?: readonly string[];
  /** The valid numbers, for a numeric field. */
  grid?: Grid;
}

/** Trimmed text of at least one letter. The author sees `description` when it is missing. */
export function text(description: string) {
  return z.string().trim().min(1).describe(description);
}

/** Text that is compared with other text. An accent in a character of its own becomes a part of its letter. */
export function composedText(description: string) {
  return z.string().trim().normalize('NFC').min(1).describe(description);
}

/** Text that must also pass `test`. A breach is reported under `rule` with `fix`. */
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

/** Makes a rule that compares `fields` run even if other fields are faulty. */
export function whenReadable(fields: Record<string, z.ZodType>) {
  const schema = z.object(fields);
  return ({ value }: { value: unknown }): boolean => schema.safeParse(value).success;
}
