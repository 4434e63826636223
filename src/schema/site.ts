import { z } from 'astro/zod';
import { citedFields, isFieldName } from '../lib/bibtex-fields.ts';
import { siteAddress } from './address.ts';
import { constrainedText, text, type Constraint } from './constraint.ts';
import { license } from './license.ts';

const author = z
  .strictObject({
    name: text('The author’s name, as it is to be printed').optional(),
    github: constrainedText(
      'The GitHub account, without @',
      (value) => /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i.test(value),
      { rule: 'bad-address', fix: 'Write the account’s name alone, as octocat.' },
    ).optional(),
    orcid: constrainedText(
      'The ORCID iD, as 0000-0002-1825-0097',
      (value) => /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(value),
      { rule: 'bad-address', fix: 'Write the sixteen digits in four groups, without an address.' },
    ).optional(),
    email: constrainedText('The email address', (value) => z.email().safeParse(value).success, {
      rule: 'bad-address',
      fix: 'Write an address as name@example.org.',
    }).optional(),
  })
  .default({})
  .describe('Who writes; every part may be left out');

const navigationItem = z
  .strictObject({
    label: text('What the link is called'),
    page: text('A page of this site, as /papers/'),
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
      expected: 'the name of one BibTeX field, as mynotes',
      fix: 'Write the name as it stands before the = in references.bib.',
    };
  if (!citedFields.has(name.toLowerCase())) return undefined;
  return {
    rule: 'wrong-type',
    expected: `a field by which works are not cited; they are by “${name}”, which is published always`,
    fix: `Take “${name}” out of the list.`,
  };
}

/** The settings of the site: `content/site.yaml`. */
export const site = z.strictObject({
  title: text('The title of the Research page and of the site'),
  eyebrow: text('The small line above the title'),
  intro: text('The paragraph below the title'),
  language: constrainedText(
    'The language of your texts and of dates, as en or en-GB; the words around them are English',
    (value) => /^[a-z]{2,3}(-[A-Z]{2})?$/.test(value),
    { rule: 'wrong-type', fix: 'Write a language tag, as en.' },
  ),
  address: siteAddress('Where the site is published; left out until it is known').optional(),
  author,
  license: license.optional(),
  bibtexPrivate: z
    .array(privateField)
    .describe('Fields of references.bib that are not published, beside those that never are')
    .optional(),
  navigation: z.array(navigationItem).min(1).describe('The links of the header, in order'),
});

export type Site = z.infer<typeof site>;
