import { z } from 'astro/zod';
import type { Name } from '../../bibliography/names.ts';
import { findNameMistake } from '../../bibliography/name-mistakes.ts';
import { parsePlainName } from '../../bibliography/plain-name.ts';
import { readLetters } from '../../lib/tex/letters.ts';
import { address } from '../../schema/address.ts';
import { text } from '../../schema/constraint.ts';
import { orcid } from '../../schema/orcid.ts';

/** A list, or its only item. */
const affiliation = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(text('A university, an institute or a company')).min(1),
);

const partNames = ['given', 'family', 'particle', 'suffix', 'literal'];

type Context = z.core.$RefinementCtx;

/** Reads a whole name into its fields. */
function readParts(name: string, context: Context): object {
  const mistake = findNameMistake(name);
  if (mistake !== undefined)
    context.issues.push({
      code: 'custom',
      input: name,
      params: { rule: 'wrong-type', ...mistake },
    });
  return Object.fromEntries(Object.entries(parsePlainName(name)).filter(([, part]) => part !== ''));
}

/** Reads the letters of LaTeX in the parts of a name. */
function readPartLetters(fields: Record<string, unknown>): object {
  return Object.fromEntries(
    partNames.flatMap((part) => {
      const value = fields[part];
      return typeof value === 'string' ? [[part, readLetters(value)]] : [];
    }),
  );
}

/** An author of a paper; a whole name, alone or as “name”, is read into the other fields. */
export const author = z.preprocess(
  (value, context) => {
    if (typeof value === 'string')
      return value.trim() === '' ? undefined : readParts(value, context);
    const { name, ...rest } = (value ?? {}) as Record<string, unknown>;
    const isWhole = partNames.every((part) => rest[part] === undefined);
    if (typeof name === 'string' && name.trim() !== '' && isWhole)
      return { ...readParts(name, context), ...rest };
    return typeof value === 'object' && value !== null
      ? { ...value, ...readPartLetters(rest) }
      : value;
  },
  z
    .strictObject({
      name: text('The whole name, such as Ada Lovelace, in place of its parts').optional(),
      given: text('The given names, such as Ada').optional(),
      family: text('The family name, such as Lovelace; the whole of a name in one part').optional(),
      particle: text('The words before the family name, such as van der').optional(),
      suffix: text('The words after the name, such as Jr. or III').optional(),
      literal: text('The name of a group, instead of the other parts').optional(),
      orcid: orcid.optional(),
      url: address('The address of the author').optional(),
      affiliation: affiliation.optional().describe('The affiliation, or a list of them'),
      equal: z.boolean().optional().describe('Whether the author contributed equally: true, false'),
    })
    .superRefine(({ name, family, literal, given, particle, suffix }, { addIssue }) => {
      if (name !== undefined)
        addIssue({
          code: 'custom',
          path: ['name'],
          params: {
            rule: 'wrong-type',
            expected: 'the whole name, or its parts, but not both',
            fix: 'Remove “name”, or the parts of the name.',
          },
        });
      else if ((family === undefined) === (literal === undefined))
        addIssue({
          code: 'custom',
          path: family === undefined ? ['family'] : ['literal'],
          params: {
            rule: family === undefined ? 'missing-field' : 'wrong-type',
            expected: 'family, with given, for a person; or literal for a group',
            fix: 'Write the family name of a person, or the name of a group as “literal”.',
          },
        });
      else if (literal !== undefined && [given, particle, suffix].some((part) => part))
        addIssue({
          code: 'custom',
          path: ['literal'],
          params: {
            rule: 'wrong-type',
            expected: 'the whole name of a group, without other parts',
            fix: 'Remove “literal”, and write the family name as “family”.',
          },
        });
    })
    .describe(
      'A name, such as Ada Lovelace; or its fields, such as { given: Ada, family: Lovelace, orcid: … }',
    ),
);

export type Author = z.infer<typeof author>;

/** The name of an author in its parts. */
export function readName({ literal, given, particle, family, suffix }: Author): Name {
  if (literal !== undefined) return { literal };
  return {
    given: given ?? '',
    particle: particle ?? '',
    family: family ?? '',
    suffix: suffix ?? '',
  };
}
