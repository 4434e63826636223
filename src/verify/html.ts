import type { HtmlElement } from 'html-validate';
import { formatAmount, type Check } from './check.ts';
import { isEntryPage, isTextPage, listFetched, validator, type Page } from './page.ts';

/** Builds a check of single pages. `list` returns the defects of a page. */
function checkPages(
  claim: string,
  list: (page: Page, pages: readonly Page[]) => string[] | Promise<string[]>,
): Check {
  return {
    claim,
    run: async ({ pages }) => {
      const found = await Promise.all(
        pages.map(async (page) =>
          (await list(page, pages)).map((message) => ({ place: page.path, message })),
        ),
      );
      return { extent: formatAmount(pages.length, 'page'), problems: found.flat() };
    },
  };
}

/**
 * Validates every page by the HTML standard, and by the rules of WCAG that a validator can decide.
 */
export const validHtml = checkPages('Every page is valid HTML', async ({ html }) => {
  const { results } = await validator.validateString(html);
  return results
    .flatMap(({ messages }) => messages)
    .map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? 'page'})`);
});

const read = ({ root }: Page, selector: string, attribute: string): string =>
  root.querySelector(selector)?.getAttributeValue(attribute) ?? '';

const readDescription = (page: Page) => read(page, 'meta[name="description"]', 'content');

/** Reads the caption of a table or of the figure around it. */
function readCaption(table: HtmlElement): string | undefined {
  const caption =
    table.querySelector('caption') ?? table.closest('figure')?.querySelector('figcaption');
  return caption?.textContent.trim();
}

/** Screen readers, search engines and bookmarks need these on every page. */
export const describedPages = checkPages(
  'Every page has a language, a title and a description',
  (page) => {
    const { root } = page;
    const times = root
      .querySelectorAll('time')
      .filter((time) => !/^\d{4}(-\d{2}){0,2}$/.test(time.getAttributeValue('datetime') ?? ''));
    // A Markdown table has a caption only if its author gives it one.
    const tables = root
      .querySelectorAll('table')
      .filter((table) => table.closest('.prose') === null || table.closest('figure') !== null)
      .filter((table) => !readCaption(table));
    return [
      ...(/^[a-z]{2,3}\b/.test(read(page, 'html', 'lang')) ? [] : ['It has no language.']),
      ...(root.querySelector('title')?.textContent.trim() ? [] : ['It has no title.']),
      ...(readDescription(page) ? [] : ['It has no description.']),
      ...times.map(({ textContent }) => `The time “${textContent}” has no machine-readable date.`),
      ...tables.map(({ textContent }) => `A table has no caption: “${textContent.slice(0, 60)}…”.`),
    ];
  },
);

/** Readers cannot distinguish search results with the same title. */
export const distinctTitles: Check = {
  claim: 'No two pages have the same title, except for entries with equal titles',
  run: ({ pages }) => {
    const readTitle = ({ root }: Page) => root.querySelector('title')?.textContent ?? '';
    const alike = Map.groupBy(pages, readTitle).values();
    const problems = alike
      .filter((group) => group.length > 1 && !group.every(isEntryPage))
      .flatMap((group) =>
        group.slice(1).map((page) => ({
          place: page.path,
          message: `Its title “${readTitle(page)}” is also that of ${group[0]?.path ?? ''}.`,
        })),
      );
    return { extent: formatAmount(pages.length, 'title'), problems: [...problems] };
  },
};

/** Checks that the policy of every page allows only listed sources. */
export const strictPolicy = checkPages(
  'Every page has a strict content security policy',
  ({ html }) => {
    const policies = [...html.matchAll(/<meta http-equiv="content-security-policy"[^>]*>/g)];
    const [policy] = policies;
    if (policy === undefined || policies.length > 1)
      return [`It has ${policies.length} content security policies; one was expected.`];
    const holes = policy[0].matchAll(/'unsafe[\w-]+'|\*|https?:|data:|blob:/g);
    return [
      ...(policy.index < html.search(/<(script|style|link|body)\b/)
        ? []
        : ['Its policy comes after something that it must cover.']),
      ...(policy[0].includes("default-src 'none'") ? [] : ["Its policy lacks default-src 'none'."]),
      ...holes.map(([hole]) => `Its policy allows ${hole}.`),
    ];
  },
);

/** Checks that pages load only files of the site, and that only entry pages load scripts. */
export const ownFiles = checkPages('No page loads a file from another host', (page) => {
  const { html, root } = page;
  const styled = Array.from(html.matchAll(/url\(["']?([^"')]+)/g), ([, address = '']) => address);
  const scripts = root.querySelectorAll('script[src], link[rel="modulepreload"]');
  return [
    ...[...listFetched(page), ...styled]
      .filter((address) => !/^\/(?!\/)/.test(address))
      .map((address) => `It loads ${address}.`),
    ...(scripts.length > 0 && !isTextPage(page)
      ? ['It loads a script; only pages of entries may.']
      : []),
    ...Array.from(html.matchAll(/<\w[^>]*\s(on\w+)=/g), ([, name]) => `It has ${name ?? ''}="…".`),
  ];
});
