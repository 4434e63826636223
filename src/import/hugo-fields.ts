import { readList, readText, type Document, type Fields } from './document.ts';
import { nameText } from './source.ts';

/** The folders of texts, with or without that of a language. */
export const folders = {
  publication: /^content\/(?:[a-z]{2}\/)?publications?\//,
  project: /^content\/(?:[a-z]{2}\/)?(?:projects?|software|datasets?)\//,
  event: /^content\/(?:[a-z]{2}\/)?(?:events?|talks?)\//,
  content: /^content\/(?!authors\/)/,
};

/** Fields that only say how a page looks, or steer the generator. */
export const hugoLooks =
  /^(?:publishDate|lastmod|image|math|highlight|featured|draft|type|layout|weight|show_date|reading_time|share|profile|commentable|editable|toc|gallery_item|slides|header|categories|author_notes|url_(?:pdf|code|dataset|poster|project|slides|source|video|preprint)|pager|view|cms_exclude|sharing|show_breadcrumb|hugoblox|design|private|external_link|aliases|subtitle)$/;

/** The fields that are read. */
export const knownFields =
  'title authors date abstract summary tags links doi publication publication_short publication_types projects featured aliases slug url description'.split(
    ' ',
  );

/** The addresses that the page of a text had. */
export function listHugoAddresses({ file, fields }: Document): string[] {
  const name = readText(fields.slug) || nameText(file);
  const section = file
    .replace(/^content\/(?:_?index\.md)?/, '')
    .split('/')
    .slice(0, -1);
  const folder = /\/_?index\.md$/.test(file) ? section.slice(0, -1) : section;
  const own = readText(fields.url) || `/${[...folder, name].join('/').toLowerCase()}/`;
  return [own, ...readList(fields.aliases)];
}

/** The words by which a text says what it is. */
export function listNames(fields: Fields): string[] {
  return ['type', 'categories', 'tags'].flatMap((name) => readList(fields[name]));
}
