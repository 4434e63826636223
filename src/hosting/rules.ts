import { formatContentType, mediaTypes, namedMediaTypes } from '../lib/media-types.ts';

export type FilePattern = { ending: string } | { name: string } | { folder: string };

/** A header whose value depends on the file. */
export interface HeaderRule {
  header: string;
  /** The value for files that match no case. */
  otherwise: string;
  cases: { files: FilePattern; value: string }[];
}

/** The headers of every file. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

const noFrames = "frame-ancestors 'none'";

/** A directly opened drawing has the rights of a page. This policy takes them away. */
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
  // The file names contain a hash of the content.
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

/** The page that is sent with status 404. */
export const missingPage = '404.html';

/**
 * Builds a regular expression for the paths of some files, in the syntax that all servers share.
 */
export function buildPattern(files: FilePattern): string {
  if ('ending' in files) return `\\.${escapePattern(files.ending)}$`;
  if ('name' in files) return `/${escapePattern(files.name)}$`;
  return `/${escapePattern(files.folder)}/`;
}

function escapePattern(text: string): string {
  return text.replaceAll('.', '\\.');
}

/** Returns the value of a header for the file at `path`, which begins with a slash. */
export function findValue({ otherwise, cases }: HeaderRule, path: string): string {
  const isMatch = ({ files }: { files: FilePattern }) =>
    new RegExp(buildPattern(files), 'i').test(path);
  return cases.find(isMatch)?.value ?? otherwise;
}

/** The files that configure the host and are not served. */
export const hostFiles = ['_headers', '_redirects'];

/** The only served folder whose name begins with a dot. */
export const openFolder = '.well-known';

/** Whether the file at `path` is not served. */
export function isPrivate(path: string): boolean {
  const names = path.split('/');
  return (
    hostFiles.includes(names.at(-1) ?? '') ||
    names.some((one) => one.startsWith('.') && one !== openFolder)
  );
}
