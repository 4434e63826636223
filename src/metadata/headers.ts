import {
  caching,
  commonHeaders,
  contentTypes,
  policies,
  type FilePattern,
} from '../hosting/rules.ts';
import type { WrittenSite } from '../model/source.ts';
import { listSignposts, type Signpost } from './signposting.ts';
import type { DescribedPage } from './subject.ts';

/** The limit of Cloudflare Pages; Netlify documents none. */
const mostRules = 100;
const longestLine = 2000;

/** File extensions whose media types a host may not know. */
const toldEndings = ['bib', 'cff', 'csv', 'md', 'ris', 'webmanifest'];

/** The headers of the files that match a path or pattern. */
interface PathRule {
  path: string;
  headers: [name: string, value: string][];
}

/**
 * Formats `_headers`, which Netlify and Cloudflare Pages read: headers that HTML cannot express, and the links of each
 * page for clients that do not parse HTML. Rules beyond the limit of the host are dropped from the end; those pages
 * keep the links in their heads.
 */
export function formatHeaders(home: string, pages: readonly DescribedPage[]): string {
  const rules = [...buildFileRules(home), ...pages.map(buildLinkRule)];
  return rules
    .slice(0, mostRules)
    .map(({ path, headers }) => {
      const lines = headers.map(([name, value]) => `  ${name}: ${value}`);
      return [path, ...lines.filter(({ length }) => length <= longestLine), ''].join('\n');
    })
    .join('\n');
}

/** The pages with signposting links. */
export function listLinkedPages(
  { site: { frame }, entries, translations }: WrittenSite,
  origin: string | undefined,
): DescribedPage[] {
  const translated = translations.flatMap(({ page, text }) =>
    page.kind === 'page' ? [] : [{ entry: page, text }],
  );
  return [
    { frame, origin, title: frame.title, path: frame.home },
    ...[...entries, ...translated].map(({ entry, text: { works } }): DescribedPage => {
      const subject = { kind: 'entry', entry, works } as const;
      return { frame, origin, title: entry.short, path: entry.address, subject };
    }),
  ];
}

/**
 * The rules for files. A host joins the values of a header from several rules. Two policies then both apply, but a file
 * must have one media type and one caching rule. Defaults are therefore left to the host, which revalidates files each
 * time and knows most media types.
 */
function buildFileRules(home: string): PathRule[] {
  const common = { ...commonHeaders, [policies.header]: policies.otherwise };
  return [
    { path: `${home}*`, headers: Object.entries(common) },
    ...[caching, policies, contentTypes].flatMap(({ header, cases }) =>
      cases
        .filter(({ files }) => header !== contentTypes.header || isTold(files))
        .flatMap(({ files, value }) =>
          listPaths(files).map((path): PathRule => ({
            path: home + path,
            headers: [[header, value]],
          })),
        ),
    ),
  ];
}

function isTold(files: FilePattern): boolean {
  return !('ending' in files) || toldEndings.includes(files.ending);
}

/** The paths of some files, each with at most one asterisk, as hosts require. Paths are case-sensitive. */
function listPaths(files: FilePattern): string[] {
  if ('name' in files) return [`*${files.name}`];
  if ('folder' in files) return [`${files.folder}/*`];
  // An author's drawing can end in `.SVG`, and must have the policy for drawings as well.
  const { ending } = files;
  return ending === 'svg' ? [`*.${ending}`, `*.${ending.toUpperCase()}`] : [`*.${ending}`];
}

function buildLinkRule(page: DescribedPage): PathRule {
  return {
    path: page.path,
    headers: listSignposts(page).map((link) => ['Link', formatLink(link)]),
  };
}

/** A link in the syntax of RFC 8288. */
function formatLink({ rel, href, type }: Signpost): string {
  return `<${href}>; rel="${rel}"${type === undefined ? '' : `; type="${type}"`}`;
}
