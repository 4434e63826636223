/** Media types by file extension. */
export const mediaTypes = {
  avif: 'image/avif',
  bib: 'application/x-bibtex',
  // The Citation File Format is YAML and has no media type of its own.
  cff: 'application/yaml',
  css: 'text/css',
  csv: 'text/csv',
  gif: 'image/gif',
  gz: 'application/gzip',
  html: 'text/html',
  ico: 'image/vnd.microsoft.icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown',
  mjs: 'text/javascript',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  ris: 'application/x-research-info-systems',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webm: 'video/webm',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: 'application/xml',
  yaml: 'application/yaml',
  zip: 'application/zip',
} as const;

/** Media types of files whose names are more specific than their extensions. */
export const namedMediaTypes = {
  'citation.json': 'application/vnd.citationstyles.csl+json',
  'feed.json': 'application/feed+json',
  'feed.xml': 'application/atom+xml',
  'references.json': 'application/vnd.citationstyles.csl+json',
  'research.schema.json': 'application/schema+json',
} as const;

const binary = 'application/octet-stream';
const json = /[/+]json$/;
const text = /^text\/|[/+](xml|yaml)$|x-(bibtex|research-info-systems)$/;

export function findMediaType(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const ending = name.slice(name.lastIndexOf('.') + 1);
  return lookUp(namedMediaTypes, name) ?? lookUp(mediaTypes, ending) ?? binary;
}

function lookUp(types: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(types, key) ? types[key] : undefined;
}

/** Whether a media type is text. */
export function isText(type: string): boolean {
  return text.test(type) || json.test(type);
}

/** Formats a media type as a `Content-Type`. JSON is UTF-8 by definition and takes no charset. */
export function formatContentType(type: string): string {
  return text.test(type) ? `${type}; charset=utf-8` : type;
}
