import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser } from 'playwright';
import { buildLaunchOptions, findBrowser } from '../pdf/browser.ts';
import { formatAmount, type Check, type Problem } from './check.ts';
import type { Page } from './page.ts';
import { serveSite } from './serve.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A phone in the light theme and a desktop in the dark one. */
const views = [
  { colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
] as const;

/**
 * Runs axe on every page in the light theme, and in the dark theme on the longest page of each
 * template and hue. Tag pages are alike, so the longest stands for all of them.
 */
export const accessibility: Check = {
  claim: 'Every page passes axe’s checks of WCAG 2.2 AA, and does not scroll sideways',
  run: async ({ folder, base, pages }) => {
    const served = await serveSite(folder, base);
    const browser = await chromium.launch(buildLaunchOptions(findBrowser()));
    try {
      const isTag = ({ path }: Page) => /^\/tags\/./.test(path);
      const kinds = pickLongest(pages, readKind);
      const chosen = pages.filter((page) => !isTag(page) || kinds.includes(page));
      const found = await Promise.all(
        views.map(async (view) => {
          const problems: Problem[] = [];
          for (const { path } of view.colorScheme === 'light' ? chosen : kinds)
            problems.push(...(await visit(browser, view, served.address, path)));
          return problems;
        }),
      );
      return { extent: formatAmount(chosen.length, 'page'), problems: found.flat() };
    } finally {
      await browser.close();
      served.close();
    }
  },
};

/** The colours of a page depend on its template and hue. */
function readKind({ path, root }: Page): string {
  const template = path.replace(/(?<=^\/[^/]+\/).+/, '');
  return `${template} ${root.querySelector('html')?.getAttributeValue('data-accent') ?? ''}`;
}

function pickLongest(pages: readonly Page[], readKey: (page: Page) => string): Page[] {
  const groups = Map.groupBy(pages, readKey).values();
  return [...groups].flatMap(
    (group) => group.toSorted((a, b) => b.html.length - a.html.length)[0] ?? [],
  );
}

async function visit(
  browser: Browser,
  view: (typeof views)[number],
  site: string,
  path: string,
): Promise<Problem[]> {
  const context = await browser.newContext(view);
  const page = await context.newPage();
  await page.goto(site + encodeURI(path.slice(1)));
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await context.close();
  const name = `${view.colorScheme}, ${view.viewport.width} px`;
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id} (${name}): ${html} ${failureSummary}`),
    ),
    ...(width > view.viewport.width
      ? [`It is ${width} px wide in a window of ${view.viewport.width} px.`]
      : []),
  ].map((message) => ({ place: path, message }));
}
