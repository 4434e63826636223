import { stringify } from 'yaml';
import { buildPlace, findKind } from '../bibliography/kind.ts';
import { formatFullName, type Name } from '../bibliography/names.ts';
import { buildPlainEntry } from '../bibliography/plain-entry.ts';
import { parsePlainName } from '../bibliography/plain-name.ts';
import { buildReference, type Reference } from '../bibliography/reference.ts';
import { workKinds } from '../bibliography/work-kinds.ts';
import { findForms } from '../kinds/forms.ts';
import type { EntryView, NamedAuthor } from '../model/entry.ts';
import type { Frame, SiteView } from '../model/site.ts';
import { findContact, locate } from './subject.ts';

/** The DOIs that the format accepts. */
const doi = /^10\.\d{4,9}(\.\d+)?\/[A-Za-z0-9:/_;\-.()[\]\\]+$/;

/**
 * Formats `CITATION.cff`: the citation of the site as a whole and of each entry. The format requires authors, so there
 * is no file without an author of the site, and entries without authors are left out.
 */
export function formatCitationFile(
  { frame, entries }: SiteView,
  origin: string | undefined,
): string | undefined {
  if (frame.author === undefined) return undefined;
  const address = origin && locate(frame.home, origin);
  const site = buildReference(
    buildPlainEntry('online', 'site', {
      title: frame.title,
      author: [parsePlainName(frame.author)],
      url: address,
    }),
  );
  const { title, authors, url } = buildWork(site, frame);
  const works = [
    ...entries.map((entry) => ({
      ...buildWork(entry.citation.work, frame, entry.people),
      ...findForms(entry).listCitationFacts?.(entry),
    })),
  ].filter((work) => work.authors.length > 0);
  const file = {
    'cff-version': '1.2.0',
    message: 'Please cite the site as a whole as below, and a part of it as its own page says.',
    // The format only knows `software` and `dataset`.
    type: 'dataset',
    title,
    abstract: frame.intro,
    authors,
    url,
    license: frame.license?.id,
    'preferred-citation': buildWork(site, frame),
    references: works.length > 0 ? works : undefined,
  };
  return stringify(file, { lineWidth: 0 });
}

function buildWork(work: Reference, frame: Frame, people?: EntryView['people']) {
  const kind = findKind(work);
  const { container } = buildPlace(work);
  const list = (names?: readonly Name[]) => names?.map((name) => buildAuthor(name, frame));
  return {
    type: workKinds[kind].cff,
    title: work.title,
    authors: work.authors.map((name, index) => buildAuthor(name, frame, people?.[index])),
    editors: list(work.editors),
    translators: list(work.translators),
    [kind === 'article' ? 'journal' : 'collection-title']: container,
    year: /^\d{4}$/.test(work.year) ? Number(work.year) : undefined,
    doi: work.doi !== undefined && doi.test(work.doi) ? work.doi : undefined,
    url: work.url,
  };
}

function buildAuthor(name: Name, frame: Frame, person?: NamedAuthor) {
  const isOwn = person?.isOwn ?? formatFullName(name) === frame.author;
  const orcid = person?.orcid ?? (isOwn ? findContact(frame, 'https://orcid.org/') : undefined);
  const website = person?.url ?? (isOwn ? frame.profile?.website : undefined);
  const own = isOwn ? frame.profile?.institutions : undefined;
  const institutions = person?.institutions ?? own ?? [];
  const more = { orcid, website };
  if ('literal' in name) return { name: name.literal, ...more };
  return {
    'family-names': name.family,
    'given-names': name.given || undefined,
    'name-particle': name.particle || undefined,
    'name-suffix': name.suffix || undefined,
    affiliation: institutions.join('; ') || undefined,
    ...more,
  };
}
