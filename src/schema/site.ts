import { z } from 'astro/zod';
import { citedFields, isFieldName } from '../lib/bibtex-fields.ts';
import { isMacro } from '../lib/tex/macros.ts';
import { accentOf } from './accent.ts';
import { siteAddress } from './address.ts';
import { constrainedText, text, type Constraint } from './constraint.ts';
import { language } from './language.ts';
import { license } from './license.ts';
import { navigation } from './navigation.ts';
import { siteAuthor } from './site-author.ts';

const privateField = text('The name of a field of references.bib').superRefine((name, context) => {
  const params = describePrivateField(name);
  if (params) context.addIssue({ code: 'custom', params: { ...params } });
});

/** Returns the reason why a field cannot be private, or undefined. */
function describePrivateField(name: string): Constraint | undefined {
  if (!isFieldName(name))
    return {
      rule: 'wrong-type',
      expected: 'the name of one BibTeX field, such as mynotes',
      fix: 'Write the name before the = in references.bib.',
    };
  if (!citedFields.has(name.toLowerCase())) return undefined;
  return {
    rule: 'wrong-type',
    expected: `a field that citations do not need; “${name}” is always published`,
    fix: `Remove “${name}” from the list.`,
  };
}

const macro = constrainedText(
  'TeX whose braces match, with #1 for the first argument',
  (tex) => isMacro('name', tex),
  { rule: 'wrong-type', fix: 'Write the TeX between single quotation marks, with a } for each {.' },
);

const macros = z
  .record(z.string().regex(/^\\?[a-zA-Z]+$/), macro)
  .describe('Macros for the formulas of all texts, by name, such as `R: \\mathbb{R}`');

/** The drawings that a site can have on its first screen. */
export const pictures = ['descent', 'mixers'] as const;

/** The settings of the site: `content/site.yaml`. */
export const site = z.strictObject({
  title: text('The title of the Research page and of the site'),
  eyebrow: text('The small line above the title'),
  intro: text('The paragraph below the title'),
  language: language(
    'The language of your texts, such as en, en-GB, ar or zh-Hans; the site’s own words and dates are in it too, or else in English',
  ),
  picture: z
    .enum(pictures)
    .describe('The drawing of the first screen, computed from the mathematics that it shows')
    .optional(),
  accent: accentOf('links and drawings on pages whose entry has none of its own').optional(),
  address: siteAddress('The address of the site, once it is known').optional(),
  author: siteAuthor,
  license: license.optional(),
  bibtexPrivate: z
    .array(privateField)
    .describe('More fields of references.bib that are not published')
    .optional(),
  macros: macros.optional(),
  navigation,
});

export type Site = z.infer<typeof site>;
