/** Media types by file extension. */
export const mediaTypes = {
  '7z': 'application/x-7z-compressed',
  avif: 'image/avif',
  bib: 'application/x-bibtex',
  // The Citation File Format is YAML and has no media type of its own.
  cff: 'application/yaml',
  css: 'text/css',
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  epub: 'application/epub+zip',
  gif: 'image/gif',
  gz: 'application/gzip',
  h5: 'application/x-hdf5',
  html: 'text/html',
  ico: 'image/vnd.microsoft.icon',
  ipynb: 'application/x-ipynb+json',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  jsonl: 'application/jsonl',
  m4a: 'audio/mp4',
  md: 'text/markdown',
  mjs: 'text/javascript',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  npy: 'application/x-npy',
  odp: 'application/vnd.oasis.opendocument.presentation',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  parquet: 'application/vnd.apache.parquet',
  pdf: 'application/pdf',
  png: 'image/png',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ps: 'application/postscript',
  py: 'text/x-python',
  ris: 'application/x-research-info-systems',
  svg: 'image/svg+xml',
  tar: 'application/x-tar',
  tex: 'text/x-tex',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
  vtt: 'text/vtt',
  wav: 'audio/wav',
  webm: 'video/webm',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml',
  xz: 'application/x-xz',
  yaml: 'application/yaml',
  zip: 'application/zip',
  zst: 'application/zstd',
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
