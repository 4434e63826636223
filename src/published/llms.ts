import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { EntryLink } from '../model/entry.ts';
import type { SiteView } from '../model/site.ts';
import { kindNames, kinds } from '../kinds/registry.ts';
import { cut } from '../metadata/head.ts';
import { formatMarkdown } from './markdown.ts';
import { buildResolver } from './resolver.ts';

/** A link, with a description if it has one. */
interface Recommendation extends EntryLink {
  about?: string | undefined;
}

/** The file with the twins of all entries and pages, beside the Research page. */
const wholeFile = 'llms-full.txt';

/** The notation of all twins. */
const conventions =
  'Every page of this site has a Markdown twin, index.md beside it, with its facts as YAML front matter. ' +
  'Formulas are TeX between dollar signs. Works are cited by author and year, each linked by its key, and ' +
  'listed whole under References; \\tag{1} marks what the text calls Equation 1.';

/** Formats `llms.txt` (https://llmstxt.org/): links to the Markdown twins for language models. */
export function formatLlms(site: SiteView, origin: string | undefined): string {
  const { frame, indexes, pages } = site;
  const resolve = buildResolver(frame.home, origin);
  const recommend = ({ title, address, about }: Recommendation): ElementContent => {
    const twin = pages.find((page) => page.address === address)?.twin ?? address;
    return h('li', [h('a', { href: twin }, title), about === undefined ? '' : `: ${about}`]);
  };
  const section = (heading: string, items: Recommendation[]) =>
    items.length === 0 ? [] : [h('h2', heading), h('ul', items.map(recommend))];
  const { news, references, tags, contents, statement } = indexes;
  const content = [
    h('h1', frame.title),
    h('blockquote', h('p', frame.intro)),
    h('p', conventions),
    ...kindNames.flatMap((kind) =>
      section(
        `${kinds[kind].name}s`,
        site.entries
          .filter((entry) => entry.kind === kind)
          .map(({ title, address, standing, summary }) => {
            return {
              title,
              address,
              about: [`${standing}.`, cut(summary.plain)].filter(Boolean).join(' '),
            };
          }),
      ),
    ),
    ...section(
      'Pages',
      site.freePages.map(({ description, ...page }) => ({ ...page, about: description })),
    ),
    ...section('About this site', [
      { title: frame.title, address: frame.home, about: 'Every entry in short, on one page.' },
      ...(statement ? [{ ...statement, about: statement.description }] : []),
      {
        title: wholeFile,
        address: frame.home + wholeFile,
        about: `Every entry${site.freePages.length > 0 ? ' and page' : ''} whole, in one file.`,
      },
    ]),
    ...section(
      'Optional',
      [news, references, tags, contents]
        .filter((page) => page !== undefined)
        .map(({ description, ...page }) => ({ ...page, about: description })),
    ),
  ];
  return formatMarkdown(content, { works: [], resolve });
}

/** Concatenates the twins of all entries and pages. Each begins with its front matter. */
export function formatLlmsFull(
  { frame, freePages }: SiteView,
  twins: readonly string[],
  origin: string | undefined,
): string {
  const opening = [
    h('h1', frame.title),
    h('blockquote', h('p', frame.intro)),
    h('p', [
      'The whole text of every entry, in the order of the Research page',
      freePages.length > 0 ? ', and then of every page. ' : '. ',
      'Each begins with its facts between two lines of three hyphens. ',
      conventions,
    ]),
  ];
  const resolve = buildResolver(frame.home, origin);
  const texts = [
    formatMarkdown(opening, { works: [], resolve }),
    ...twins.map((text, index) => numberNotes(text, index + 1)),
  ];
  return texts.join('\n\n');
}

/** Makes footnote names unique across twins. Skips code, which may contain the same brackets. */
function numberNotes(text: string, entry: number): string {
  const names = new Set(Array.from(text.matchAll(/^\[\^([^\]\s]+)\]:/gm), ([, name]) => name));
  return text.replace(/(?<!\\)\[\^([^\]\s]+)\]/g, (note, name: string) =>
    names.has(name) ? `[^${entry}-${name}]` : note,
  );
}
