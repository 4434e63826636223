import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page as BrowserPage } from 'playwright';
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

/** The rules about elements without words. axe does not read MathML, as screen readers do. */
const wordless = ['empty-heading', 'empty-table-header', 'link-name'];

/** The widths of phones, in which no formula should have to be scrolled. */
const phones = [390, 320];

/**
 * Runs axe on every page in the light theme, and in the dark theme on the longest page of each
 * template and hue. Tag pages are alike, so the longest stands for all of them. Remarks on formulas
 * that are wider than a phone.
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
          const visits: Visit[] = [];
          for (const { path } of view.colorScheme === 'light' ? chosen : kinds)
            visits.push(await visit(browser, view, served.address, path));
          return visits;
        }),
      );
      return {
        extent: formatAmount(chosen.length, 'page'),
        problems: found.flat().flatMap(({ problems }) => problems),
        remarks: found.flat().flatMap(({ remarks }) => remarks),
      };
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

type Visit = Record<'problems' | 'remarks', Problem[]>;

async function visit(
  browser: Browser,
  view: (typeof views)[number],
  site: string,
  path: string,
): Promise<Visit> {
  const context = await browser.newContext(view);
  const page = await context.newPage();
  // Scripts add controls to figures and formulas, part by part. An element that comes during a check stops axe.
  await page.goto(site + encodeURI(path.slice(1)), { waitUntil: 'networkidle' });
  await page.locator('details:is(.folded-figure, .folded)').evaluateAll((all) => {
    for (const folded of all) (folded as HTMLDetailsElement).open = true;
  });
  await page.waitForLoadState('networkidle');
  const name = `${view.colorScheme}, ${view.viewport.width} px`;
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  const found: string[] = [];
  for (const { id, nodes } of violations)
    for (const { html, failureSummary = '', target } of nodes) {
      const formulas = page.locator(String(target[0])).locator('math');
      if (wordless.includes(id) && (await formulas.count()) > 0) continue;
      found.push(`${id} (${name}): ${html} ${failureSummary}`);
    }
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  const wide = view.viewport.width === phones[0] ? await listWideFormulas(page) : [];
  await context.close();
  const toProblem = (message: string): Problem => ({ place: path, message });
  const problems = [
    ...found,
    ...(width > view.viewport.width
      ? [`It is ${width} px wide in a window of ${view.viewport.width} px.`]
      : []),
  ];
  return { problems: problems.map(toProblem), remarks: wide.map(toProblem) };
}

/** Remarks on each formula that has to be scrolled on a phone. */
async function listWideFormulas(page: BrowserPage): Promise<string[]> {
  const found: string[] = [];
  for (const width of phones) {
    await page.setViewportSize({ width, height: 844 });
    const formulas = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.katex-display'))
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map((formula) => formula.querySelector('annotation')?.textContent.trim() ?? ''),
    );
    found.push(
      ...formulas.map((tex) => {
        const start = tex.length > 60 ? `${tex.slice(0, 60)}…` : tex;
        return `At ${width} px the formula “${start}” has to be scrolled. “aligned” can break it.`;
      }),
    );
  }
  return found;
}
