import { formatContentType, mediaTypes, namedMediaTypes } from '../lib/media-types.ts';

/** Some files of a site: those with an ending, those with a name, or those in a folder. */
export type Files = { ending: string } | { name: string } | { folder: string };

/** A header whose value depends on the file. */
export interface HeaderRule {
  header: string;
  /** The value for the files of no case. */
  otherwise: string;
  cases: { files: Files; value: string }[];
}

/** The headers that every file has. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

const noFrames = "frame-ancestors 'none'";

/** A drawing that is opened by itself has the rights of a page; this leaves it none. */
const drawingPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  noFrames,
  'sandbox',
].join('; ');

export const policies: HeaderRule = {
  header: 'Content-Security-Policy',
  // A page states the rest of its policy itself.
  otherwise: noFrames,
  cases: [{ files: { ending: 'svg' }, value: drawingPolicy }],
};

export const caching: HeaderRule = {
  header: 'Cache-Control',
  otherwise: 'public, max-age=0, must-revalidate',
  // Their names change with their content.
  cases: [{ files: { folder: '_astro' }, value: 'public, max-age=31536000, immutable' }],
};

export const contentTypes: HeaderRule = {
  header: 'Content-Type',
  otherwise: 'application/octet-stream',
  cases: [
    ...Object.entries(namedMediaTypes).map(([name, type]) => ({
      files: { name },
      value: formatContentType(type),
    })),
    ...Object.entries(mediaTypes).map(([ending, type]) => ({
      files: { ending },
      value: formatContentType(type),
    })),
  ],
};

/** The page that is sent, with the status 404, where there is no file. */
export const missingPage = '404.html';

/** A regular expression, in the common part of all dialects, for the paths of some files. */
export function buildPattern(files: Files): string {
  if ('ending' in files) return `\\.${escapePattern(files.ending)}$`;
  if ('name' in files) return `/${escapePattern(files.name)}$`;
  return `/${escapePattern(files.folder)}/`;
}

function escapePattern(text: string): string {
  return text.replaceAll('.', '\\.');
}

/** The value of a header for the file at `path`, which begins with a slash. */
export function findValue({ otherwise, cases }: HeaderRule, path: string): string {
  const isMatch = ({ files }: { files: Files }) => new RegExp(buildPattern(files), 'i').test(path);
  return cases.find(isMatch)?.value ?? otherwise;
}

/** The file that is for the host alone, and is not sent. */
export const hostFile = '_headers';

/** The one folder whose name begins with a dot and whose files are sent. */
export const openFolder = '.well-known';

/** Whether the file at `path` is not sent. */
export function isPrivate(path: string): boolean {
  const names = path.split('/');
  return (
    names.at(-1) === hostFile || names.some((one) => one.startsWith('.') && one !== openFolder)
  );
}
