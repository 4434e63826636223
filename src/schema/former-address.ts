import { z } from 'astro/zod';
import { fixFormerAddress, isFormerAddress } from '../lib/former-address.ts';
import { constrainedText } from './constraint.ts';

const expected =
  'an address that the page had before, from the root of the site, such as /publications/titan/ or /blog/2024/titan.html';

const advice = {
  rule: 'bad-address',
  fix: 'Write the path of the old page alone, such as /publications/titan/. Addresses with a query, and those of files, cannot be kept.',
} as const;

/** Reads one address as a list. */
function readList(value: unknown, context: z.core.$RefinementCtx): unknown {
  if (typeof value !== 'string') return value;
  if (value.trim() === '') return null;
  if (isFormerAddress(value.trim())) return [value];
  const nearest = fixFormerAddress(value);
  context.issues.push({
    code: 'custom',
    input: value,
    params: { ...advice, expected, ...(isFormerAddress(nearest) && { nearest }) },
  });
  return undefined;
}

/** The addresses that the page of an entry had before: one, or a list. */
export const formerly = z
  .preprocess(
    readList,
    z
      .array(constrainedText(expected, isFormerAddress, advice))
      .min(1)
      .optional(),
  )
  .optional()
  .describe(
    'The addresses that the page had before, such as /publications/titan/: one, or a list. Each then leads to the page',
  );
