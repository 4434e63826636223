import type { WrittenSite } from '../model/source.ts';
import { referenceTypes } from './reference-export.ts';
import { citationFileType, listSignposts, type Signpost } from './signposting.ts';
import type { DescribedPage } from './subject.ts';

/** What Cloudflare Pages reads of the file; Netlify states no limit. */
const mostRules = 100;
const longestLine = 2000;

/** A path, or a pattern of paths, and what is sent with each file there. */
interface HeaderRule {
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
  { site: { frame }, threads, papers }: WrittenSite,
  origin: string | undefined,
): DescribedPage[] {
  return [
    { frame, origin, title: frame.title, path: frame.home },
    ...threads.map(({ entry, text: { works } }): DescribedPage => {
      const subject = { kind: 'thread', entry, works } as const;
      return { frame, origin, title: entry.title, path: entry.address, subject };
    }),
    ...papers.map(({ entry, text: { works } }): DescribedPage => {
      const subject = { kind: 'paper', entry, works } as const;
      return { frame, origin, title: entry.short, path: entry.address, subject };
    }),
  ];
}

function buildFileRules(home: string): HeaderRule[] {
  const types = { bib: referenceTypes.bib, ris: referenceTypes.ris, cff: citationFileType };
  return [
    {
      path: `${home}*`,
      headers: [
        ['Access-Control-Allow-Origin', '*'],
        ['Content-Security-Policy', "frame-ancestors 'none'"],
        ['Referrer-Policy', 'strict-origin-when-cross-origin'],
        ['X-Content-Type-Options', 'nosniff'],
      ],
    },
    {
      path: `${home}_astro/*`,
      headers: [['Cache-Control', 'public, max-age=31536000, immutable']],
    },
    ...Object.entries(types).map(([ending, type]): HeaderRule => ({
      path: `${home}*.${ending}`,
      headers: [['Content-Type', `${type}; charset=utf-8`]],
    })),
    // Not all JSON is a citation.
    ...['research', 'papers'].map((part): HeaderRule => ({
      path: `${home}${part}/:slug/citation.json`,
      headers: [['Content-Type', referenceTypes.json]],
    })),
  ];
}

function buildLinkRule(page: DescribedPage): HeaderRule {
  return {
    path: page.path,
    headers: listSignposts(page).map((link) => ['Link', formatLink(link)]),
  };
}

/** A link as RFC 8288 writes it. */
function formatLink({ rel, href, type }: Signpost): string {
  return `<${href}>; rel="${rel}"${type === undefined ? '' : `; type="${type}"`}`;
}
