import { caching, commonHeaders, contentTypes, policies, type Files } from '../hosting/rules.ts';
import type { WrittenSite } from '../model/source.ts';
import { listSignposts, type Signpost } from './signposting.ts';
import type { DescribedPage } from './subject.ts';

/** What Cloudflare Pages reads of the file; Netlify states no limit. */
const mostRules = 100;
const longestLine = 2000;

/** The endings whose types a host may not know. */
const toldEndings = ['bib', 'cff', 'csv', 'md', 'ris', 'webmanifest'];

/** A path, or a pattern of paths, and what is sent with each file there. */
interface PathRule {
  path: string;
  headers: [name: string, value: string][];
}

/**
 * The file by which hosts as Netlify and Cloudflare Pages are told what to send with a file: what a page
 * cannot say of itself, and its links for those who do not read HTML. Of the pages that are more than a host
 * reads rules, the last go without; their links are in their heads.
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

/** The pages that have links for machines. */
export function listLinkedPages(
  { site: { frame }, entries }: WrittenSite,
  origin: string | undefined,
): DescribedPage[] {
  return [
    { frame, origin, title: frame.title, path: frame.home },
    ...entries.map(({ entry, text: { works } }): DescribedPage => {
      const subject = { kind: 'entry', entry, works } as const;
      return { frame, origin, title: entry.short, path: entry.address, subject };
    }),
  ];
}

/**
 * The rules of all pages. A host joins the values of a header that several rules have: two policies hold
 * both, but a file must have one type and one rule of caching. So that without a rule is left to the host,
 * which has files asked for again each time, and knows the types of most endings.
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

function isTold(files: Files): boolean {
  return !('ending' in files) || toldEndings.includes(files.ending);
}

/** The paths of some files, each with the one asterisk that a host allows. Hosts tell letters by their case. */
function listPaths(files: Files): string[] {
  if ('name' in files) return [`*${files.name}`];
  if ('folder' in files) return [`${files.folder}/*`];
  // A picture of an author may have any name; a drawing must not lose its policy by it.
  const { ending } = files;
  return ending === 'svg' ? [`*.${ending}`, `*.${ending.toUpperCase()}`] : [`*.${ending}`];
}

function buildLinkRule(page: DescribedPage): PathRule {
  return {
    path: page.path,
    headers: listSignposts(page).map((link) => ['Link', formatLink(link)]),
  };
}

/** A link as RFC 8288 writes it. */
function formatLink({ rel, href, type }: Signpost): string {
  return `<${href}>; rel="${rel}"${type === undefined ? '' : `; type="${type}"`}`;
}
