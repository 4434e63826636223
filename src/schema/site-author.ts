import { z } from 'astro/zod';
import { pageProtocols, parseAddress } from '../lib/address.ts';
import { profileNames, profileSites, readGithub, readProfile } from '../lib/profiles.ts';
import type { ProfileName } from '../lib/profiles.ts';
import { address } from './address.ts';
import { affiliations } from './affiliation.ts';
import { constrainedText, text } from './constraint.ts';
import { orcid } from './orcid.ts';
import { photo } from './photo.ts';

const github = z.preprocess(
  (value) => (typeof value === 'string' ? readGithub(value) : value),
  constrainedText(
    'The GitHub account, without @',
    (value) => /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i.test(value),
    { rule: 'bad-address', fix: 'Write only the name of the account, such as octocat.' },
  ),
);

/** The profile at a site, by its identifier or its address. */
function buildProfile(name: ProfileName) {
  const { title, example } = profileSites[name];
  return z
    .preprocess(
      (value) => (typeof value === 'string' ? (readProfile(name, value) ?? value) : value),
      constrainedText(
        `The profile at ${title}: its address, or the identifier in it, such as ${example}`,
        (value) => readProfile(name, value) === value,
        {
          rule: 'bad-address',
          fix: 'Copy the address of the profile from the address bar of a browser.',
        },
      ),
    )
    .optional();
}

const profiles = Object.fromEntries(
  profileNames.map((name) => [name, buildProfile(name)]),
) as Record<ProfileName, ReturnType<typeof buildProfile>>;

const ownLink = z
  .strictObject({
    label: text('The text of the link, such as LinkedIn'),
    address: address('The address of the link'),
  })
  .describe('A link, with a label and an address');

/** The author of the site: `author` of `content/site.yaml`. */
export const siteAuthor = z
  .strictObject({
    name: text('The name of the author').optional(),
    otherNames: z
      .array(text('Another name of the author'))
      .optional()
      .describe('Other names of the author on papers: in another script, or an earlier one'),
    position: text('The position, such as Associate Professor').optional(),
    affiliation: affiliations
      .optional()
      .describe(
        'The affiliation: its name, or { name: …, department: …, url: … }; or a list of them',
      ),
    photo,
    biography: text('A short biography; an empty line begins a paragraph').optional(),
    github: github.optional(),
    orcid: orcid.optional(),
    email: constrainedText('The email address', (value) => z.email().safeParse(value).success, {
      rule: 'bad-address',
      fix: 'Write an address such as name@example.org.',
    }).optional(),
    website: constrainedText(
      'The address of another website of the author, beginning with https:// or http://',
      (value) => parseAddress(value, pageProtocols) !== undefined,
      { rule: 'bad-address', fix: 'Write the whole address, such as https://example.org/.' },
    ).optional(),
    ...profiles,
    links: z.array(ownLink).optional().describe('Links to other profiles and pages of the author'),
  })
  .default({})
  .describe('The author; every field is optional');

export type SiteAuthor = z.infer<typeof siteAuthor>;
