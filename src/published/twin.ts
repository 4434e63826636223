import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { findForms } from '../kinds/forms.ts';
import type { EntryView } from '../model/entry.ts';
import type { FreePage } from '../model/free-page.ts';
import type { SiteView } from '../model/site.ts';
import { formatFrontMatter, listPageFacts, type Facts } from '../metadata/front-matter.ts';
import { formatMarkdown } from './markdown.ts';
import { readTitle, type PageWork } from './page.ts';
import { buildResolver } from './resolver.ts';
import { replaceElements } from './tree.ts';

/**
 * Formats the Markdown twin of the page at `address`: its facts as YAML, its title, and its text. `main` is its text as
 * HTML; `origin` is the origin of the site, if it has one.
 */
export function formatTwin(
  address: string,
  main: Element,
  works: readonly PageWork[],
  site: SiteView,
  origin: string | undefined,
): string {
  const resolve = buildResolver(address, origin);
  // The heading of a free page can have formulas.
  const text = [...site.entries, ...site.freePages, ...site.translations].find(
    (one) => one.address === address,
  );
  const title =
    (text?.kind === 'page' ? text.title : undefined) ??
    readTitle({ tree: { type: 'root', children: [main] } });
  const facts = listFacts(address, title, text, site, resolve);
  const headings: ElementContent[] = [];
  const content = replaceElements(main.children, (element) => {
    if (element.tagName !== 'h1') return undefined;
    headings.push(element);
    return [];
  });
  const heading = headings.length > 0 ? headings : [h('h1', facts.title)];
  const markdown = formatMarkdown([...heading, ...content], { works, resolve });
  return `${formatFrontMatter(facts)}\n${markdown}`;
}

function listFacts(
  address: string,
  title: string,
  text: EntryView | FreePage | undefined,
  site: SiteView,
  resolve: (address: string) => string,
): Facts {
  const facts =
    text === undefined || text.kind === 'page'
      ? listPageFacts(address, title, site, resolve)
      : findForms(text).listFacts(text, site.frame, resolve);
  const original = text?.editions?.[0];
  if (original === undefined || original.address === address) return facts;
  return { ...facts, 'translation-of': resolve(original.address) };
}
