import type { HtmlElement } from 'html-validate';
import type { Page } from '../../src/verify/page.ts';

/**
 * Pages of which each has an element that no longer one has, by its class, the class of its parent and the hue of the
 * page. The others look like them: a browser takes seconds for each page of a large site.
 */
export function pickUnlikePages(pages: readonly Page[]): Page[] {
  const seen = new Set<string>();
  return pages
    .toSorted((a, b) => b.html.length - a.html.length)
    .filter((page) => {
      const { size } = seen;
      for (const element of listElements(page)) seen.add(element);
      return seen.size > size;
    });
}

function listElements({ root }: Page): string[] {
  const read = (element: HtmlElement | null) =>
    `${element?.tagName}.${element?.getAttributeValue('class')}`;
  const hue = root.querySelector('html')?.getAttributeValue('data-accent');
  return root
    .querySelectorAll('body *')
    .filter((element) => element.closest('.katex') === null)
    .map((element) => `${hue} ${read(element.parent)} ${read(element)}`);
}
