import { isOrcid, readOrcid } from '../lib/orcid.ts';
import { profileNames, readProfile, type ProfileName } from '../lib/profiles.ts';
import { readFirst, readInner, readItems, readText, type Fields } from './document.ts';
import { removeTags } from './marks.ts';
import { dropUnset } from './paper.ts';

/** The author of another site: the fields of `author` in site.yaml. */
export type SettingsAuthor = Partial<
  Record<
    'name' | 'position' | 'biography' | 'github' | 'orcid' | 'email' | ProfileName,
    string | undefined
  >
> & { affiliation?: unknown };

/** Sites whose addresses of accounts look like those of Mastodon. */
const otherAccounts = /^https?:\/\/(?:[\w-]+\.)*(?:medium|threads|tiktok|youtube|substack)\./;

/** Lists the texts of a value, at any depth. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value.trim()];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

/** Finds accounts among the addresses of a value, whatever its fields are called. */
export function findAccounts(value: unknown): SettingsAuthor {
  const texts = listTexts(value);
  const find = (pattern: RegExp) => texts.map((text) => pattern.exec(text)?.[1]).find(Boolean);
  const addresses = texts.filter((text) => /^https?:/.test(text) && !otherAccounts.test(text));
  const profiles = profileNames.map((name): [string, string] => [
    name,
    addresses.map((address) => readProfile(name, address)).find(Boolean) ?? '',
  ]);
  return {
    ...readAccounts({
      github: find(/^https?:\/\/(?:www\.)?github\.com\/([\w-]+)\/?$/),
      orcid: find(/orcid\.org\/([\dXx-]{16,19})/),
      email: find(/^mailto:(\S+@\S+\.\w+)$/),
    }),
    ...dropUnset(Object.fromEntries(profiles)),
  };
}

/** Reads accounts as other sites write them: names, or addresses. Others are left out. */
export function readAccounts(
  given: Readonly<Record<'github' | 'orcid' | 'email', unknown>>,
): SettingsAuthor {
  const github = readText(given.github).replace(/^https?:\/\/(?:www\.)?github\.com\/|^@|\/$/g, '');
  const orcid = readOrcid(readText(given.orcid));
  const email = readText(given.email).replace(/^mailto:/, '');
  return dropUnset({
    github: /^[\w-]+$/.test(github) ? github : '',
    orcid: isOrcid(orcid) ? orcid : '',
    email: /^\S+@\S+\.\w+$/.test(email) ? email : '',
  });
}

/** The fields of a person that `readPerson` reads. */
export const personFields =
  'role position organizations affiliations affiliation organization employer bio'.split(' ');

/** Reads the position, the affiliations and the short biography of a person. */
export function readPerson(fields: Fields): SettingsAuthor {
  const { organizations, affiliations, affiliation, organization, employer } = fields;
  const given = organizations ?? affiliations ?? affiliation ?? organization ?? employer;
  const names = readItems(given)
    .map((item) => {
      const { name = item, url } = readInner(item);
      const address = readText(url);
      return dropUnset({
        name: removeTags(readText(name)),
        url: /^https?:/.test(address) ? address : '',
      });
    })
    .filter(({ name }) => name !== undefined);
  return dropUnset({
    position: removeTags(readFirst(fields, ['role', 'position'])),
    affiliation: names.length === 1 && names[0]?.url === undefined ? names[0]?.name : names,
    biography: readText(fields.bio),
  });
}
