import { z } from 'astro/zod';
import { citedFields, isFieldName } from '../lib/bibtex-fields.ts';
import { siteAddress } from './address.ts';
import { constrainedText, text, type Constraint } from './constraint.ts';
import { license } from './license.ts';

const author = z
  .strictObject({
    name: text('The name of the author').optional(),
    github: constrainedText(
      'The GitHub account, without @',
      (value) => /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i.test(value),
      { rule: 'bad-address', fix: 'Write only the name of the account, such as octocat.' },
    ).optional(),
    orcid: constrainedText(
      'The ORCID iD, such as 0000-0002-1825-0097',
      (value) => /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(value),
      { rule: 'bad-address', fix: 'Write only the sixteen digits, in four groups.' },
    ).optional(),
    email: constrainedText('The email address', (value) => z.email().safeParse(value).success, {
      rule: 'bad-address',
      fix: 'Write an address such as name@example.org.',
    }).optional(),
  })
  .default({})
  .describe('The author; every field is optional');

const navigationItem = z
  .strictObject({
    label: text('The text of the link'),
    page: text('A page of this site, such as /papers/'),
  })
  .describe('A link of the header, with a label and a page');

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

/** The settings of the site: `content/site.yaml`. */
export const site = z.strictObject({
  title: text('The title of the Research page and of the site'),
  eyebrow: text('The small line above the title'),
  intro: text('The paragraph below the title'),
  language: constrainedText(
    'The language of your texts and of dates, such as en or en-GB; the rest of the site is English',
    (value) => /^[a-z]{2,3}(-[A-Z]{2})?$/.test(value),
    { rule: 'wrong-type', fix: 'Write a language tag, such as en.' },
  ),
  address: siteAddress('The address of the site, once it is known').optional(),
  author,
  license: license.optional(),
  bibtexPrivate: z
    .array(privateField)
    .describe('More fields of references.bib that are not published')
    .optional(),
  navigation: z.array(navigationItem).min(1).describe('The links of the header, in order'),
});

export type Site = z.infer<typeof site>;
