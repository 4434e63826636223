import { posix } from 'node:path';
import { slugify } from '../lib/slug.ts';
import { leave, type Draft } from './draft.ts';
import {
  readDate,
  readDocument,
  readInner,
  readList,
  readText,
  readYamlFile,
  type Document,
  type Fields,
} from './document.ts';
import { readProfile } from '../lib/profiles.ts';
import { findAccounts, readAccounts, readPerson } from './author.ts';
import { addSettings, joinAddress } from './settings.ts';
import { listTextFiles } from './source.ts';
import { isHidden } from './texts.ts';

/** The built-in styles of addresses. */
const styles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** Fields that only say how a page looks, or steer the generator. */
export const jekyllLooks =
  /^(?:layout|collection|author_profile|comments|share|related|read_time|nav|nav_order|importance|giscus_comments|disqus_comments|toc|mermaid|chart|tikzjax|featured|thumbnail|pretty_table|tabs|code_diff|map|pseudocode|typograms|citation|sitemap|last_updated|horizontal|display_categories|bibliography|related_posts|related_publications|category|categories|_styles|slug|inline|hidden|published|draft)$/;

/** Reads the texts of a collection that the site publishes. */
export function readCollection(draft: Draft, folder: string): Document[] {
  return listTextFiles(draft.source, folder)
    .map((file) => readDocument(draft, file))
    .filter((document) => document !== undefined)
    .filter((document) => !isHidden(draft, document));
}

/** Lists the texts of a collection that has no place here. */
export function leaveCollection(draft: Draft, folder: string, reason: string): void {
  for (const file of listTextFiles(draft.source, folder, /\.(?:md|markdown|html)$/i))
    leave(draft, file, 1, reason);
}

/** The date in the name of a post, or in its fields. */
export function readPostDate({ file, fields }: Document): string {
  return readDate(fields.date) || readDate(/^\d{4}-\d\d-\d\d/.exec(posix.basename(file))?.[0]);
}

/** The tags of a text. A text of several words is several tags. */
export function readTags({ tags }: Fields): string[] {
  return typeof tags === 'string' ? tags.split(/[\s,]+/).filter(Boolean) : readList(tags);
}

/** The categories and the tags of a text. */
export function listNames(fields: Fields): string[] {
  return [...readList(fields.category), ...readList(fields.categories), ...readTags(fields)];
}

/** The addresses that the page of a text had. */
export function listAddresses(config: Fields, collection: string, document: Document): string[] {
  const { fields } = document;
  const site = readText(config.permalink) || 'date';
  const own = readText(readInner(readInner(config.collections)[collection]).permalink);
  const ending = site.endsWith('/') || site === 'pretty' ? '/' : ':output_ext';
  const usual =
    collection === 'posts' ? (styles[site] ?? site) : own || `/:collection/:path${ending}`;
  const pattern = readText(fields.permalink) || usual;
  return [fillPattern(pattern, collection, document), ...readList(fields.redirect_from)].filter(
    (address) => address !== '',
  );
}

function fillPattern(pattern: string, collection: string, document: Document): string {
  const path = document.file.replace(/^_[^/]+\//, '').replace(/\.\w+$/, '');
  const name = posix.basename(path).replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '');
  const [year = '', month = '', day = ''] = readPostDate(document).split('-');
  const categories = [document.fields.category, document.fields.categories].flatMap((value) =>
    typeof value === 'string' ? value.split(/\s+/) : readList(value),
  );
  const values: Readonly<Record<string, string>> = {
    ...{
      collection,
      path,
      name,
      title: readText(document.fields.slug) || name,
      slug: slugify(name),
    },
    ...{ year, month, day, short_year: year.slice(2), output_ext: '.html' },
    ...{ i_month: month.replace(/^0/, ''), i_day: day.replace(/^0/, '') },
    categories: categories.filter(Boolean).map(slugify).join('/'),
  };
  const isKnown = Array.from(pattern.matchAll(/:(\w+)/g)).every(
    ([, token = '']) => token in values,
  );
  return isKnown
    ? pattern.replace(/:(\w+)/g, (_, token: string) => values[token] ?? '').replace(/\/{2,}/g, '/')
    : '';
}

/** Reads the settings of `_config.yml`, and returns all of its fields. */
export function readConfig(draft: Draft): Fields {
  const config = readYamlFile(draft, '_config.yml')?.fields ?? {};
  const socials = readYamlFile(draft, '_data/socials.yml')?.fields ?? {};
  const author = readInner(config.author);
  const name = ['first_name', 'middle_name', 'last_name']
    .map((part) => readText(config[part]))
    .filter(Boolean)
    .join(' ');
  const full = name || readText(author.name) || readText(config.name);
  const title = readText(config.title);
  const all = { ...config, ...author, ...socials };
  const scholar = readProfile('scholar', readText(all.scholar_userid));
  addSettings(draft.settings, {
    title: title === 'blank' || title === '' ? full : title,
    intro: readText(config.description),
    language: readText(config.lang) || readText(config.locale),
    address: joinAddress(readText(config.url), readText(config.baseurl)),
    author: {
      name: full,
      ...readPerson(author),
      ...findAccounts(all),
      ...(scholar !== undefined && { scholar }),
      ...readAccounts({
        github: all.github_username ?? all.github,
        orcid: all.orcid_id ?? all.orcid,
        email: all.email,
      }),
    },
  });
  return config;
}
